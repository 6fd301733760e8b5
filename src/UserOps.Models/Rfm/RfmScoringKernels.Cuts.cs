using System.Diagnostics;
using System.Numerics;

namespace UserOps.Models.Rfm;

internal static partial class RfmScoringKernels
{
    private const int MostPositions = 2 * RfmScoringDefaults.MaximumBins;

    /// <summary>Finds the cuts of <see cref="RfmScoringMethod.ValueQuantile"/>: the values at floor((n - 1) k / bins) of the sorted order.</summary>
    /// <param name="values">Shape [values]; at least one.</param>
    /// <param name="bins">1 to 10.</param>
    /// <param name="cuts">Receives one cut for each bin but the first.</param>
    internal static void AddQuantiles<T>(ReadOnlySpan<T> values, int bins, ref KeyCuts<T> cuts)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        Span<int> positions = stackalloc int[bins - 1];
        Span<T> found = stackalloc T[bins - 1];
        for (int k = 1; k < bins; k++)
        {
            positions[k - 1] = Floor(values.Length, k, bins);
        }

        OrderStatistics.Select(values, positions, found);
        foreach (T cut in found)
        {
            cuts.AddAbove(cut);
        }
    }

    /// <summary>Finds the cuts of <see cref="RfmScoringMethod.ValueQuantileDense"/>: of equal quantiles one, and none that equals the smallest or the greatest value.</summary>
    /// <param name="values">Shape [values]; at least one.</param>
    /// <param name="bins">1 to 10.</param>
    /// <param name="cuts">Receives at most one cut for each bin but the first.</param>
    internal static void AddDenseQuantiles<T>(ReadOnlySpan<T> values, int bins, ref KeyCuts<T> cuts)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        Span<int> positions = stackalloc int[2 * bins];
        Span<T> found = stackalloc T[2 * bins];
        for (int k = 0; k < bins; k++)
        {
            positions[2 * k] = Floor(values.Length, k, bins);
            positions[2 * k + 1] = Ceiling(values.Length, k + 1, bins);
        }

        SelectUnordered(values, positions, found);

        // A quantile moves along a line from one value to the next, never down. So two neighboring quantiles are equal exactly where the value at or below
        // the first and the value at or above the second are, and nothing has to be interpolated to see it.
        bool isSmallest = true;
        for (int k = 1; k < bins; k++)
        {
            bool equalsPrevious = found[2 * (k - 1)] == found[2 * (k - 1) + 1];
            isSmallest &= equalsPrevious;
            bool equalsGreatest = found[2 * k] == found[^1];
            if (!isSmallest && !equalsPrevious && !equalsGreatest)
            {
                cuts.AddAbove(found[2 * k]);
            }
        }
    }

    /// <summary>Finds the cuts of <see cref="RfmScoringMethod.PercentRank"/>: a value passes cut k when its mean rank exceeds n k / bins.</summary>
    /// <param name="values">Shape [values]; at least one.</param>
    /// <param name="bins">1 to 10.</param>
    /// <param name="cuts">Receives one cut for each bin but the first.</param>
    internal static void AddMeanRanks<T>(ReadOnlySpan<T> values, int bins, ref KeyCuts<T> cuts)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        long n = values.Length;
        Span<int> positions = stackalloc int[bins - 1];
        Span<T> found = stackalloc T[bins - 1];
        int skipped = 0;
        for (int k = 1; k < bins; k++)
        {
            int rank = (int)(n * k / bins);
            skipped += rank == 0 ? 1 : 0;
            positions[k - 1] = Math.Max(0, rank - 1);
        }

        OrderStatistics.Select(values, positions, found);
        for (int k = 1; k < bins; k++)
        {
            if (k <= skipped)
            {
                cuts.AddBelowAll(); // fewer values than bins: every rank is above the share
                continue;
            }

            // The value at that rank may be tied so far up that its mean rank lies beyond the share; the next smaller one never does.
            T value = found[k - 1];
            (int below, int above) = CountAround(values, value);
            long twiceMeanRank = below + (n - above) + 1;
            if (bins * twiceMeanRank <= 2 * n * k)
            {
                cuts.AddAbove(value);
            }
            else
            {
                cuts.AddFrom(value);
            }
        }
    }

    // Positions of both ends of the stretches: ascending but for a ceiling that lies beyond the next floor.
    private static void SelectUnordered<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> positions, Span<T> found)
        where T : unmanaged, IBinaryInteger<T>
    {
        Debug.Assert(positions.Length <= MostPositions, "two for each bin");
        Span<int> ordered = stackalloc int[positions.Length];
        Span<int> places = stackalloc int[positions.Length];
        positions.CopyTo(ordered);
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        ordered.Sort(places);
        Span<T> sorted = stackalloc T[positions.Length];
        OrderStatistics.Select(values, ordered, sorted);
        for (int i = 0; i < places.Length; i++)
        {
            found[places[i]] = sorted[i];
        }
    }

    private static int Floor(int n, int k, int bins) => (int)((n - 1L) * k / bins);

    private static int Ceiling(int n, int k, int bins) => (int)(((n - 1L) * k + bins - 1) / bins);
}
