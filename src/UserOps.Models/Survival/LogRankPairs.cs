using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>Compares every two groups by themselves and corrects for their number.</summary>
internal static class LogRankPairs
{
    /// <param name="labels">The groups.</param>
    /// <param name="strata">The number of strata.</param>
    /// <param name="cells">Shape [strata x groups].</param>
    /// <param name="rho">The power of the weight.</param>
    /// <param name="correction">For the number of pairs that can be compared; the others do not count.</param>
    /// <param name="cancellationToken">Looked at once per pair.</param>
    internal static ImmutableArray<LogRankPair> Of(
        ImmutableArray<string> labels, int strata, RiskTable[] cells, double rho, PairwiseCorrection correction, CancellationToken cancellationToken)
    {
        int groups = labels.Length;
        var pairs = new List<LogRankPair>(groups * (groups - 1) / 2);
        for (int first = 0; first < groups; first++)
        {
            for (int second = first + 1; second < groups; second++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var sums = new LogRankSums(2);
                for (int stratum = 0; stratum < strata; stratum++)
                {
                    sums.Add([cells[stratum * groups + first], cells[stratum * groups + second]], rho);
                }

                (double statistic, int degrees) = sums.Test();
                pairs.Add(degrees == 0
                    ? new(labels[first], labels[second], UndefinedReason.TooFew, UndefinedReason.TooFew, UndefinedReason.TooFew)
                    : new(labels[first], labels[second], statistic, ChiSquare.UpperTail(statistic, degrees), UndefinedReason.TooFew));
            }
        }

        return Adjusted(pairs, correction);
    }

    private static ImmutableArray<LogRankPair> Adjusted(List<LogRankPair> pairs, PairwiseCorrection correction)
    {
        int[] order = [.. Enumerable.Range(0, pairs.Count).Where(i => pairs[i].PValue.Value is not null).OrderBy(i => pairs[i].PValue.Value)];
        double[] adjusted = [.. order.Select(i => pairs[i].PValue.Value.GetValueOrDefault())];
        PairwiseKernels.Adjust(adjusted, correction);
        for (int place = 0; place < order.Length; place++)
        {
            pairs[order[place]] = pairs[order[place]] with { AdjustedPValue = adjusted[place] };
        }

        return [.. pairs];
    }
}
