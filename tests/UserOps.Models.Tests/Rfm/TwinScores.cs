using System.Numerics;
using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

/// <summary>Scores as the contract words them: sort, interpolate in exact fractions, count.</summary>
internal static class TwinScores
{
    /// <summary>Scores whole numbers.</summary>
    /// <param name="values">The values; null where missing.</param>
    /// <param name="scoring">How; its thresholds are whole numbers.</param>
    /// <param name="lowerIsBetter">Whether to count from the top.</param>
    /// <param name="order">The order of equal values, as positions; null for that of the values.</param>
    public static byte[] Of(BigInteger?[] values, RfmAxisScoring scoring, bool lowerIsBetter = false, int[]? order = null)
    {
        int[] sorted = [.. (order ?? [.. Enumerable.Range(0, values.Length)]).Where(i => values[i] is not null).OrderBy(i => values[i]!.Value)]; // stable
        BigInteger[] v = [.. sorted.Select(i => values[i]!.Value)];
        int top = scoring.Method == RfmScoringMethod.Thresholds ? scoring.Thresholds.Length + 1 : scoring.Bins ?? 5;
        var scores = new byte[values.Length];
        for (int position = 0; position < sorted.Length; position++)
        {
            int ascending = Ascending(v, position, scoring, ref top);
            scores[sorted[position]] = (byte)(lowerIsBetter ? top + 1 - ascending : ascending);
        }

        return scores;
    }

    private static int Ascending(BigInteger[] v, int position, RfmAxisScoring scoring, ref int top)
    {
        int n = v.Length;
        int bins = scoring.Bins ?? 5;
        BigInteger value = v[position];
        switch (scoring.Method)
        {
            case RfmScoringMethod.ValueQuantile:
                return 1 + Enumerable.Range(1, bins - 1).Count(k => value * bins > EdgeTimesBins(v, k, bins));
            case RfmScoringMethod.ValueQuantileDense:
                BigInteger[] edges = [.. Enumerable.Range(0, bins + 1).Select(k => EdgeTimesBins(v, k, bins)).Distinct()];
                top = Math.Max(1, edges.Length - 1);
                return Math.Max(1, edges.Count(edge => edge < value * bins));
            case RfmScoringMethod.RankFirst:
                return 1 + Enumerable.Range(1, bins - 1).Count(k => (long)position * bins > (n - 1L) * k);
            case RfmScoringMethod.Ntile:
                int large = n % bins;
                int size = n / bins;
                return position < large * (size + 1) ? 1 + position / (size + 1) : 1 + large + (position - large * (size + 1)) / size;
            case RfmScoringMethod.PercentRank:
                long twice = 1 + Array.IndexOf(v, value) + 1 + Array.LastIndexOf(v, value);
                return (int)((bins * twice + 2 * n - 1) / (2 * n));
            default:
                return 1 + scoring.Thresholds.Count(threshold => (BigInteger)threshold <= value);
        }
    }

    private static BigInteger EdgeTimesBins(BigInteger[] v, int k, int bins)
    {
        (long at, long rest) = Math.DivRem((v.Length - 1L) * k, bins);
        return rest == 0 ? v[at] * bins : v[at] * bins + (v[at + 1] - v[at]) * rest;
    }
}
