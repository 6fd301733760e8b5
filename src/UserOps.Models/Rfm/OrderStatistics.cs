using System.Buffers;
using System.Diagnostics;
using System.Numerics;
using System.Numerics.Tensors;

namespace UserOps.Models.Rfm;

/// <summary>Finds the values at given positions of the sorted order without sorting.</summary>
/// <remarks>
/// A histogram of at most 4,096 stretches tells in which of them each position lies; only the values there are collected, and searched alike. The stretches of
/// the first round widen with the distance from the lowest value, because money does: a few large customers would push everybody else into one of equal width.
/// Those of later rounds are equally wide and narrow the range at least two thousand times, so seven rounds are the most 64 bits can need, whatever the values.
/// </remarks>
internal static class OrderStatistics
{
    private const int Stretches = 4_096;
    private const int SmallGroup = 512;

    /// <summary>Finds them; temporary memory comes from the shared pool.</summary>
    /// <param name="values">Shape [values]; in any order.</param>
    /// <param name="positions">Ascending, equal ones allowed, each 0 to the number of values less one.</param>
    /// <param name="found">Shape [positions]; overwritten.</param>
    internal static void Select<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> positions, Span<T> found)
        where T : unmanaged, IBinaryInteger<T>
        => Select(values, positions, found, isFirst: true);

    private static void Select<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> positions, Span<T> found, bool isFirst)
        where T : unmanaged, IBinaryInteger<T>
    {
        Debug.Assert(positions.IsEmpty || (positions[0] >= 0 && positions[^1] < values.Length), "every position exists");
        if (positions.IsEmpty)
        {
            return;
        }

        if (values.Length <= SmallGroup)
        {
            SelectBySorting(values, positions, found);
            return;
        }

        T low = TensorPrimitives.Min(values);
        T high = TensorPrimitives.Max(values);
        ulong range = ulong.CreateTruncating(high) - ulong.CreateTruncating(low); // wraps around, so no range is too wide
        if (isFirst && range >= Stretches)
        {
            SelectByCounting(values, low, default(WideningStretches), positions, found);
        }
        else
        {
            SelectByCounting(values, low, EqualStretches.Over(range), positions, found);
        }
    }

    private static void SelectBySorting<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> positions, Span<T> found)
        where T : unmanaged, IBinaryInteger<T>
    {
        Span<T> sorted = stackalloc T[SmallGroup];
        sorted = sorted[..values.Length];
        values.CopyTo(sorted);
        sorted.Sort();
        for (int i = 0; i < positions.Length; i++)
        {
            found[i] = sorted[positions[i]];
        }
    }

    private static void SelectByCounting<T, TStretches>(ReadOnlySpan<T> values, T low, TStretches stretches, ReadOnlySpan<int> positions, Span<T> found)
        where T : unmanaged, IBinaryInteger<T>
        where TStretches : struct, IStretches
    {
        int[] counts = ArrayPool<int>.Shared.Rent(4 * Stretches);
        Count(values, low, stretches, counts);
        Span<int> bins = stackalloc int[positions.Length];
        Span<int> before = stackalloc int[positions.Length];
        Locate(counts, positions, bins, before);
        if (stretches.AreValues)
        {
            ArrayPool<int>.Shared.Return(counts);
            for (int i = 0; i < positions.Length; i++)
            {
                found[i] = low + T.CreateTruncating(bins[i]);
            }

            return;
        }

        Span<int> starts = stackalloc int[positions.Length + 1];
        T[] collected = ArrayPool<T>.Shared.Rent(Math.Max(1, Reserve(counts, bins, starts)));
        Collect(values, low, stretches, counts, collected);
        ArrayPool<int>.Shared.Return(counts);
        for (int first = 0, group = 0; first < positions.Length; group++)
        {
            int past = first + 1;
            while (past < positions.Length && bins[past] == bins[first])
            {
                past++;
            }

            for (int i = first; i < past; i++)
            {
                before[i] = positions[i] - before[i];
            }

            Select(collected.AsSpan(starts[group]..starts[group + 1]), before[first..past], found[first..past], isFirst: false);
            first = past;
        }

        ArrayPool<T>.Shared.Return(collected);
    }

    // Four histograms in turn: equal neighbors would otherwise wait for each other's store.
    private static void Count<T, TStretches>(ReadOnlySpan<T> values, T low, TStretches stretches, Span<int> counts)
        where T : unmanaged, IBinaryInteger<T>
        where TStretches : struct, IStretches
    {
        ulong origin = ulong.CreateTruncating(low);
        counts = counts[..(4 * Stretches)];
        counts.Clear();
        int i = 0;
        for (; i <= values.Length - 4; i += 4)
        {
            counts[stretches.IndexOf(ulong.CreateTruncating(values[i]) - origin)]++;
            counts[Stretches + stretches.IndexOf(ulong.CreateTruncating(values[i + 1]) - origin)]++;
            counts[2 * Stretches + stretches.IndexOf(ulong.CreateTruncating(values[i + 2]) - origin)]++;
            counts[3 * Stretches + stretches.IndexOf(ulong.CreateTruncating(values[i + 3]) - origin)]++;
        }

        for (; i < values.Length; i++)
        {
            counts[stretches.IndexOf(ulong.CreateTruncating(values[i]) - origin)]++;
        }

        Span<int> total = counts[..Stretches];
        for (int part = 1; part < 4; part++)
        {
            TensorPrimitives.Add(total, counts.Slice(part * Stretches, Stretches), total);
        }
    }

    private static void Locate(ReadOnlySpan<int> counts, ReadOnlySpan<int> positions, Span<int> bins, Span<int> before)
    {
        int bin = 0;
        int passed = 0;
        for (int i = 0; i < positions.Length; i++)
        {
            while (passed + counts[bin] <= positions[i])
            {
                passed += counts[bin++];
            }

            bins[i] = bin;
            before[i] = passed;
        }
    }

    /// <summary>Gives each wanted stretch its place among the collected values, in the room of its count; -1 for all others.</summary>
    private static int Reserve(Span<int> counts, ReadOnlySpan<int> bins, Span<int> starts)
    {
        Span<int> sizes = stackalloc int[bins.Length];
        for (int i = 0; i < bins.Length; i++)
        {
            sizes[i] = counts[bins[i]];
        }

        counts[..Stretches].Fill(-1);
        int groups = 0;
        int reserved = 0;
        for (int i = 0; i < bins.Length; i++)
        {
            if (i == 0 || bins[i] != bins[i - 1])
            {
                counts[bins[i]] = reserved;
                starts[groups++] = reserved;
                reserved += sizes[i];
            }
        }

        starts[groups] = reserved;
        return reserved;
    }

    private static void Collect<T, TStretches>(ReadOnlySpan<T> values, T low, TStretches stretches, Span<int> places, Span<T> collected)
        where T : unmanaged, IBinaryInteger<T>
        where TStretches : struct, IStretches
    {
        ulong origin = ulong.CreateTruncating(low);
        places = places[..Stretches];
        foreach (T value in values)
        {
            ref int place = ref places[stretches.IndexOf(ulong.CreateTruncating(value) - origin)];
            if (place >= 0)
            {
                collected[place++] = value;
            }
        }
    }

    /// <summary>How the distances from the lowest value fall into stretches, in their order.</summary>
    private interface IStretches
    {
        /// <summary>Gets whether a stretch is a single value.</summary>
        bool AreValues { get; }

        int IndexOf(ulong distance);
    }

    private readonly struct EqualStretches(int shift) : IStretches
    {
        public bool AreValues => shift == 0;

        public int IndexOf(ulong distance) => (int)(distance >> shift);

        internal static EqualStretches Over(ulong range) => new(Math.Max(0, 64 - BitOperations.LeadingZeroCount(range) - 12));
    }

    /// <summary>Single values up to 127, from there on 64 stretches for each doubling: the last of all is 3,775.</summary>
    private readonly struct WideningStretches : IStretches
    {
        public bool AreValues => false;

        public int IndexOf(ulong distance)
        {
            int shift = 57 - BitOperations.LeadingZeroCount(distance | 64);
            return (shift << 6) + (int)(distance >> shift);
        }
    }
}
