namespace UserOps.Models;

/// <summary>Every row counts.</summary>
internal readonly struct EveryRow : IRowFilter
{
    public int Passes(int row) => 1;

    public ulong Mask(int firstRow, int rows) => ulong.MaxValue >> (64 - rows);
}
