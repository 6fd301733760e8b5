using System.Diagnostics;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace UserOps.Models;

/// <summary>Arithmetic over bitmaps: spans in, spans out, nothing allocated.</summary>
internal static class BitKernels
{
    /// <summary>Gets how many words hold so many bits.</summary>
    internal static int WordsFor(int bits) => (int)(((long)bits + 63) >> 6);

    /// <summary>Applies an operation word by word.</summary>
    /// <param name="left">Shape [words].</param>
    /// <param name="right">Shape [words].</param>
    /// <param name="target">Shape [words]; may be one of the operands.</param>
    internal static void Apply<TOperation>(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> target)
        where TOperation : struct, IBitOperation
    {
        Debug.Assert(left.Length == target.Length && right.Length == target.Length, "one word each");
        int i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i <= target.Length - Vector512<ulong>.Count; i += Vector512<ulong>.Count)
            {
                TOperation.Apply(Vector512.Create(left[i..]), Vector512.Create(right[i..])).CopyTo(target[i..]);
            }
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            for (; i <= target.Length - Vector256<ulong>.Count; i += Vector256<ulong>.Count)
            {
                TOperation.Apply(Vector256.Create(left[i..]), Vector256.Create(right[i..])).CopyTo(target[i..]);
            }
        }

        for (; i < target.Length; i++)
        {
            target[i] = TOperation.Apply(left[i], right[i]);
        }
    }

    /// <summary>Applies an operation to bitmaps of two lengths; the shorter one goes on with clear bits.</summary>
    /// <param name="left">Shape [words], or fewer.</param>
    /// <param name="right">Shape [words], or fewer.</param>
    /// <param name="target">Shape [words]; overwritten.</param>
    internal static void ApplyPadded<TOperation>(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> target)
        where TOperation : struct, IBitOperation
    {
        int shared = Math.Min(left.Length, right.Length);
        Apply<TOperation>(left[..shared], right[..shared], target[..shared]);
        for (int i = shared; i < target.Length; i++)
        {
            target[i] = TOperation.Apply(i < left.Length ? left[i] : 0, i < right.Length ? right[i] : 0);
        }
    }

    /// <summary>Says whether an operation gives any bit; the shorter bitmap goes on with clear bits.</summary>
    internal static bool Any<TOperation>(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
        where TOperation : struct, IBitOperation
    {
        for (int i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            if (TOperation.Apply(i < left.Length ? left[i] : 0, i < right.Length ? right[i] : 0) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Counts the bits set.</summary>
    internal static long Count(ReadOnlySpan<ulong> words)
    {
        long bits = 0;
        foreach (ulong word in words)
        {
            bits += BitOperations.PopCount(word);
        }

        return bits;
    }

    /// <summary>Counts the bits set in both of two bitmaps.</summary>
    /// <param name="left">Shape [words].</param>
    /// <param name="right">Shape [words].</param>
    internal static long CountBoth(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        Debug.Assert(left.Length == right.Length, "one word each");
        (long a, long b, long c, long d) = (0, 0, 0, 0); // four sums, because one would wait for itself
        while (left.Length >= 4 && right.Length >= 4)
        {
            a += BitOperations.PopCount(left[0] & right[0]);
            b += BitOperations.PopCount(left[1] & right[1]);
            c += BitOperations.PopCount(left[2] & right[2]);
            d += BitOperations.PopCount(left[3] & right[3]);
            left = left[4..];
            right = right[4..];
        }

        for (int i = 0; i < left.Length && i < right.Length; i++)
        {
            a += BitOperations.PopCount(left[i] & right[i]);
        }

        return a + b + c + d;
    }

    /// <summary>Clears what lies after the last row in the last word.</summary>
    internal static void ClearAfter(int rows, Span<ulong> words)
    {
        if ((rows & 63) != 0)
        {
            words[rows >> 6] &= (1UL << (rows & 63)) - 1;
        }
    }
}
