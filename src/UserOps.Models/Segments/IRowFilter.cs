using System.Numerics;
using System.Runtime.CompilerServices;

namespace UserOps.Models;

/// <summary>Says of a row whether it counts, as a number, so that loops over rows need no jump.</summary>
internal interface IRowFilter
{
    /// <summary>Gets 1 for a row that counts, else 0.</summary>
    int Passes(int row);
}

/// <summary>Every row counts.</summary>
internal readonly struct EveryRow : IRowFilter
{
    public int Passes(int row) => 1;
}

/// <summary>Rows with some event codes count.</summary>
/// <param name="codes">Shape [events].</param>
/// <param name="counts">Shape [codes].</param>
internal readonly ref struct NamedRows<TCode>(ReadOnlySpan<TCode> codes, ReadOnlySpan<bool> counts) : IRowFilter
    where TCode : unmanaged, IBinaryInteger<TCode>
{
    private readonly ReadOnlySpan<TCode> _codes = codes;
    private readonly ReadOnlySpan<bool> _counts = counts;

    public int Passes(int row) => Unsafe.BitCast<bool, byte>(_counts[int.CreateTruncating(_codes[row])]);
}

/// <summary>Of the rows that another filter lets pass, those count whose bit is set.</summary>
/// <param name="named">The other filter.</param>
/// <param name="bits">Shape [ceil(events / 64)].</param>
internal readonly ref struct TestedRows<TNamed>(TNamed named, ReadOnlySpan<ulong> bits) : IRowFilter
    where TNamed : struct, IRowFilter, allows ref struct
{
    private readonly TNamed _named = named;
    private readonly ReadOnlySpan<ulong> _bits = bits;

    public int Passes(int row) => _named.Passes(row) & (int)(_bits[row >> 6] >> row & 1);
}
