using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace UserOps.Models;

/// <summary>Rows with some event codes count.</summary>
/// <param name="codes">Shape [events].</param>
/// <param name="counts">Shape [codes].</param>
/// <param name="counted">The codes that count.</param>
internal readonly ref struct NamedRows<TCode>(ReadOnlySpan<TCode> codes, ReadOnlySpan<bool> counts, ReadOnlySpan<TCode> counted) : IRowFilter
    where TCode : unmanaged, IBinaryInteger<TCode>
{
    /// <summary>Above so many codes one look-up per row is cheaper than one comparison per code.</summary>
    private const int MostComparedCodes = 16;

    private readonly ReadOnlySpan<TCode> _codes = codes;
    private readonly ReadOnlySpan<bool> _counts = counts;
    private readonly ReadOnlySpan<TCode> _counted = counted;

    public int Passes(int row) => Unsafe.BitCast<bool, byte>(_counts[int.CreateTruncating(_codes[row])]);

    public ulong Mask(int firstRow, int rows)
    {
        if (Unsafe.SizeOf<TCode>() == 1 && rows == 64 && _counted.Length <= MostComparedCodes && Vector256.IsHardwareAccelerated)
        {
            Vector512<TCode> block = Vector512.Create(_codes.Slice(firstRow, 64));
            Vector512<TCode> equal = Vector512<TCode>.Zero;
            foreach (TCode code in _counted)
            {
                equal |= Vector512.Equals(block, Vector512.Create(code));
            }

            return equal.ExtractMostSignificantBits();
        }

        ulong mask = 0;
        for (int i = 0; i < rows; i++)
        {
            mask |= (ulong)Passes(firstRow + i) << i;
        }

        return mask;
    }
}
