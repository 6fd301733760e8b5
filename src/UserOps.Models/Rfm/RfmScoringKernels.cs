using System.Diagnostics;
using System.Numerics;

namespace UserOps.Models.Rfm;

/// <summary>Scores from cuts, and cuts from values; whole numbers only, so that every comparison is exact.</summary>
internal static partial class RfmScoringKernels
{
    /// <summary>Scores every value: 1 plus the cuts it is above, or the same counted from the top.</summary>
    /// <param name="values">Shape [values].</param>
    /// <param name="cuts">The cuts.</param>
    /// <param name="top">The highest score; at least 1 plus the cuts.</param>
    /// <param name="lowerIsBetter">Whether scores are counted from the top.</param>
    /// <param name="scores">Shape [values]; overwritten.</param>
    internal static void Score<T>(ReadOnlySpan<T> values, KeyCuts<T> cuts, int top, bool lowerIsBetter, Span<byte> scores)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        Debug.Assert(values.Length == scores.Length, "one score per value");
        Debug.Assert(top > cuts.Cuts.Length + cuts.AlwaysPassed, "one score more than cuts");
        int lowest = 1 + cuts.AlwaysPassed;
        int first = lowerIsBetter ? top + 1 - lowest : lowest;
        int step = lowerIsBetter ? -1 : 1;
        int scored = ScoreBlocks(values, cuts.Cuts, first, step, scores);
        for (int i = scored; i < values.Length; i++)
        {
            scores[i] = (byte)(first + step * Passed(values[i], cuts.Cuts));
        }
    }

    /// <summary>Counts the cuts a value is above.</summary>
    internal static int Passed<T>(T value, ReadOnlySpan<T> cuts)
        where T : unmanaged, IBinaryInteger<T>
    {
        int passed = 0;
        foreach (T cut in cuts)
        {
            passed += value > cut ? 1 : 0;
        }

        return passed;
    }

    /// <summary>Counts the values below one, and those above it.</summary>
    internal static (int Below, int Above) CountAround<T>(ReadOnlySpan<T> values, T center)
        where T : unmanaged, IBinaryInteger<T>
    {
        // A lane counts at most 2^31 values over its width, which the narrowest element still holds.
        Vector<T> middle = Vector.Create(center);
        Vector<T> below = Vector<T>.Zero;
        Vector<T> above = Vector<T>.Zero;
        int i = 0;
        for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            Vector<T> block = Vector.Create(values.Slice(i, Vector<T>.Count));
            below -= Vector.LessThan(block, middle);
            above -= Vector.GreaterThan(block, middle);
        }

        (int Below, int Above) counted = (int.CreateTruncating(Vector.Sum(below)), int.CreateTruncating(Vector.Sum(above)));
        for (; i < values.Length; i++)
        {
            counted.Below += values[i] < center ? 1 : 0;
            counted.Above += values[i] > center ? 1 : 0;
        }

        return counted;
    }

    // As many values at a time as a vector has bytes: counts are kept as wide as the values, then narrowed to one byte each.
    private static int ScoreBlocks<T>(ReadOnlySpan<T> values, ReadOnlySpan<T> cuts, int first, int step, Span<byte> scores)
        where T : unmanaged, IBinaryInteger<T>
    {
        int ints = Vector<int>.Count;
        Vector<sbyte> start = Vector.Create((sbyte)first);
        int i = 0;
        for (; i <= values.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            ReadOnlySpan<T> block = values.Slice(i, Vector<byte>.Count);
            Vector<short> left = Vector.Narrow(PassedOf(block, cuts), PassedOf(block[ints..], cuts));
            Vector<short> right = Vector.Narrow(PassedOf(block[(2 * ints)..], cuts), PassedOf(block[(3 * ints)..], cuts));
            Vector<sbyte> passed = Vector.Narrow(left, right);
            Vector.AsVectorByte(step > 0 ? start + passed : start - passed).CopyTo(scores[i..]);
        }

        return i;
    }

    private static Vector<int> PassedOf<T>(ReadOnlySpan<T> values, ReadOnlySpan<T> cuts)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (typeof(T) == typeof(int))
        {
            return Above(values, cuts).As<T, int>();
        }

        Debug.Assert(typeof(T) == typeof(long), "columns hold int or long");
        return Vector.Narrow(Above(values, cuts).As<T, long>(), Above(values[Vector<T>.Count..], cuts).As<T, long>());
    }

    private static Vector<T> Above<T>(ReadOnlySpan<T> values, ReadOnlySpan<T> cuts)
        where T : unmanaged, IBinaryInteger<T>
    {
        Vector<T> block = Vector.Create(values[..Vector<T>.Count]);
        Vector<T> passed = Vector<T>.Zero;
        foreach (T cut in cuts)
        {
            passed -= Vector.GreaterThan(block, Vector.Create(cut)); // true is -1
        }

        return passed;
    }
}
