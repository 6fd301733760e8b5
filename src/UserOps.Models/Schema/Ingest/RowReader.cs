namespace UserOps.Models;

/// <summary>Takes one value out of a row, or says why it cannot.</summary>
internal abstract class RowReader<TRow, T>(string column)
{
    /// <summary>Gets the name a report gives the value's place.</summary>
    internal string Column { get; } = column;

    internal abstract bool TryRead(TRow row, RowFault fault, out T value);
}
