namespace UserOps.Models;

/// <summary>Of the rows that another filter lets pass, those count whose bit is set.</summary>
/// <param name="named">The other filter.</param>
/// <param name="bits">Shape [ceil(events / 64)].</param>
internal readonly ref struct TestedRows<TNamed>(TNamed named, ReadOnlySpan<ulong> bits) : IRowFilter
    where TNamed : struct, IRowFilter, allows ref struct
{
    private readonly TNamed _named = named;
    private readonly ReadOnlySpan<ulong> _bits = bits;

    public int Passes(int row) => _named.Passes(row) & (int)(_bits[row >> 6] >> row & 1);

    public ulong Mask(int firstRow, int rows) => _named.Mask(firstRow, rows) & _bits[firstRow >> 6];
}
