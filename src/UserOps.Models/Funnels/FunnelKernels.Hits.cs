using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace UserOps.Models.Funnels;

internal static partial class FunnelKernels
{
    /// <summary>Above so many codes one look-up per row is cheaper than one comparison per code.</summary>
    private const int MostComparedCodes = 16;

    /// <summary>Room the flattening may write beyond the last hit.</summary>
    private const int HitSlack = 64;

    /// <summary>Finds the rows of a block whose code fills a step.</summary>
    /// <param name="codes">Shape [rows of the block].</param>
    /// <param name="steps">The codes that count.</param>
    /// <param name="hits">Shape [rows + <see cref="HitSlack"/>]; receives the rows, ascending.</param>
    /// <returns>How many rows there are.</returns>
    internal static int CollectHits<TCode>(ReadOnlySpan<TCode> codes, StepCodes<TCode> steps, Span<int> hits)
        where TCode : unmanaged, IBinaryInteger<TCode>, IUnsignedNumber<TCode>, IMinMaxValue<TCode>
    {
        int found = 0;
        int row = 0;
        if (steps.Codes.Length <= MostComparedCodes && Vector256.IsHardwareAccelerated)
        {
            row = CollectCompared(codes, steps.Codes, hits, ref found);
        }

        return CollectLookedUp(codes, row, steps.StepOfCode, hits, found);
    }

    /// <summary>The plain way: the tail of the vector ways, and their reference in tests.</summary>
    internal static int CollectLookedUp<TCode>(
        ReadOnlySpan<TCode> codes, int row, ReadOnlySpan<byte> stepOfCode, Span<int> hits, int found)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        for (; row < codes.Length; row++)
        {
            hits[found] = row;
            // NoStep is the only value with its top bit set; written so, there is no jump to predict.
            found += 1 - (stepOfCode[int.CreateTruncating(codes[row])] >> 7);
        }

        return found;
    }

    /// <summary>Keeps the hits that pass the tests of their steps; most rows are no hits and are never tested.</summary>
    /// <param name="codes">Shape [rows of the block].</param>
    /// <param name="firstRow">The block's first row in the table.</param>
    /// <param name="tests">The tests.</param>
    /// <param name="hits">Rows of the block, ascending; those kept are moved to its front.</param>
    /// <returns>How many were kept.</returns>
    private static int KeepPassed<TCode>(ReadOnlySpan<TCode> codes, int firstRow, EventMasks tests, Span<int> hits)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        int kept = 0;
        foreach (int row in hits)
        {
            hits[kept] = row;
            kept += tests.Of(int.CreateTruncating(codes[row]), firstRow + row) != 0 ? 1 : 0;
        }

        return kept;
    }

    // The rows of whole vectors. Where the machine's are half as wide, the runtime takes two for one: as fast as a loop of their own.
    internal static int CollectCompared<TCode>(ReadOnlySpan<TCode> codes, ReadOnlySpan<TCode> counted, Span<int> hits, ref int found)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        ref TCode first = ref MemoryMarshal.GetReference(codes);
        int row = 0;
        for (; row <= codes.Length - Vector512<TCode>.Count; row += Vector512<TCode>.Count)
        {
            Vector512<TCode> block = Vector512.LoadUnsafe(ref first, (nuint)row);
            Vector512<TCode> equal = Vector512<TCode>.Zero;
            foreach (TCode code in counted)
            {
                equal |= Vector512.Equals(block, Vector512.Create(code));
            }

            found = Flatten(equal.ExtractMostSignificantBits(), row, hits, found);
        }

        return row;
    }

    // Eight writes without a test between them; those past the last set bit are overwritten by the next call.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Flatten(ulong mask, int row, Span<int> hits, int found)
    {
        int end = found + BitOperations.PopCount(mask);
        ref int free = ref Unsafe.Add(ref MemoryMarshal.GetReference(hits), found);
        for (; found < end; found += 8)
        {
            for (int k = 0; k < 8; k++)
            {
                Unsafe.Add(ref free, k) = row + BitOperations.TrailingZeroCount(mask);
                mask &= mask - 1;
            }

            free = ref Unsafe.Add(ref free, 8);
        }

        return end;
    }
}
