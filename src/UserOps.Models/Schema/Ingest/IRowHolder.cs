namespace UserOps.Models;

/// <summary>Reads one part of a row at once and holds it, so that the row itself is not needed any more.</summary>
internal interface IRowHolder<TRow>
{
    /// <param name="row">The row.</param>
    /// <param name="slot">0 to <see cref="BlockIntake{TRow}.Rows"/> - 1.</param>
    void Hold(TRow row, int slot);
}
