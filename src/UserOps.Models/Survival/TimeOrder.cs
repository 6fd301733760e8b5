using System.Diagnostics;

namespace UserOps.Models.Survival;

/// <summary>Rows in the order survival is computed in: by time, events before censorings at equal times, then by row.</summary>
/// <remarks>
/// A time that is not negative has bits that ascend with it and a sign bit of zero. Shifted left by one, they leave room for the
/// censoring: one 64-bit key holds all that matters, so a radix sort does it, and what walks the sorted rows reads the keys alone.
/// </remarks>
internal static class TimeOrder
{
    private const int DigitBits = 11;
    private const int Digits = 6; // 6 x 11 >= 64
    private const int Buckets = 1 << DigitBits;
    private const int FewRows = 48; // below, insertion is quicker than clearing the histograms

    /// <summary>Makes the key of a row.</summary>
    /// <param name="time">Zero or more, finite.</param>
    /// <param name="ended">Whether the end was seen.</param>
    internal static ulong Key(double time, bool ended) => BitConverter.DoubleToUInt64Bits(time + 0.0) << 1 | (ended ? 0UL : 1UL); // -0.0 + 0.0 is 0.0

    /// <summary>Gets the time a key holds.</summary>
    internal static double TimeOf(ulong key) => BitConverter.UInt64BitsToDouble(key >> 1);

    /// <summary>Sorts rows by their keys, stably.</summary>
    /// <param name="keys">Shape [rows]; sorted on return.</param>
    /// <param name="order">Shape [rows]; the rows the keys are of; on return in the order of the keys.</param>
    /// <param name="otherKeys">Scratch, shape [rows].</param>
    /// <param name="otherOrder">Scratch, shape [rows].</param>
    /// <returns>Whether the result is in the scratch instead.</returns>
    internal static bool Sort(Span<ulong> keys, Span<int> order, Span<ulong> otherKeys, Span<int> otherOrder)
    {
        Debug.Assert(keys.Length == order.Length && keys.Length == otherKeys.Length && keys.Length == otherOrder.Length, "one slot per row");
        if (keys.Length <= FewRows)
        {
            Insert(keys, order);
            return false;
        }

        Span<int> histograms = stackalloc int[Digits * Buckets];
        if (Count(keys, histograms))
        {
            return false;
        }

        bool swapped = false;
        for (int digit = 0; digit < Digits; digit++)
        {
            Span<int> histogram = histograms.Slice(digit * Buckets, Buckets);
            int shift = digit * DigitBits;
            if (histogram[Digit(keys[0], shift)] == keys.Length)
            {
                continue; // all rows agree: times in whole days leave most digits at zero
            }

            ToStarts(histogram);
            Scatter(keys, order, otherKeys, otherOrder, histogram, shift);
            Span<ulong> nextKeys = otherKeys;
            Span<int> nextOrder = otherOrder;
            otherKeys = keys;
            otherOrder = order;
            keys = nextKeys;
            order = nextOrder;
            swapped = !swapped;
        }

        return swapped;
    }

    private static int Digit(ulong key, int shift) => (int)(key >> shift) & (Buckets - 1);

    /// <summary>Counts every digit in one pass; tells whether the keys ascend already.</summary>
    private static bool Count(ReadOnlySpan<ulong> keys, Span<int> histograms)
    {
        bool ascending = true;
        ulong before = 0;
        foreach (ulong key in keys)
        {
            ascending &= before <= key;
            before = key;
            for (int digit = 0; digit < Digits; digit++)
            {
                histograms[digit * Buckets + Digit(key, digit * DigitBits)]++;
            }
        }

        return ascending;
    }

    private static void ToStarts(Span<int> histogram)
    {
        int start = 0;
        for (int bucket = 0; bucket < histogram.Length; bucket++)
        {
            (histogram[bucket], start) = (start, start + histogram[bucket]);
        }
    }

    private static void Scatter(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> order, Span<ulong> toKeys, Span<int> toOrder, Span<int> starts, int shift)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            ulong key = keys[i];
            int place = starts[Digit(key, shift)]++;
            toKeys[place] = key;
            toOrder[place] = order[i];
        }
    }

    private static void Insert(Span<ulong> keys, Span<int> order)
    {
        for (int i = 1; i < keys.Length; i++)
        {
            ulong key = keys[i];
            int row = order[i];
            int place = i;
            for (; place > 0 && keys[place - 1] > key; place--)
            {
                keys[place] = keys[place - 1];
                order[place] = order[place - 1];
            }

            keys[place] = key;
            order[place] = row;
        }
    }
}
