namespace UserOps.Models.Survival;

/// <summary>Counts the pairs of a <see cref="CoxConcordance"/>.</summary>
internal static class CoxConcordanceKernels
{
    /// <summary>Counts pairs in O(rows ln rows): everybody who outlasts an event is in a tree by rank of score.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="scores">Shape [rows], in places; finite.</param>
    internal static CoxConcordance Count(CoxRows rows, ReadOnlySpan<double> scores)
    {
        int[] ranks = RanksOf(scores, out int ranked);
        var tree = new double[ranked + 1];
        var equal = new double[ranked + 1];
        double concordant = 0, discordant = 0, tied = 0, total = 0;
        int added = 0, removed = 0, first = -1;
        foreach (CoxEventTime time in rows.EventTimes)
        {
            if (time.First != first)
            {
                Array.Clear(tree);
                Array.Clear(equal);
                (added, removed, first, total) = (time.First, time.First, time.First, 0);
            }

            for (; added < time.FirstEnded; added++)
            {
                total += Move(tree, equal, ranks[added], rows.WeightAt(added));
            }

            for (; removed < time.EndOfLate; removed++)
            {
                int place = rows.ByLateness[removed];
                total += Move(tree, equal, ranks[place], -rows.WeightAt(place));
            }

            for (int place = time.FirstEnded; place < time.End; place++)
            {
                double weight = rows.WeightAt(place);
                double lower = SumBelow(tree, ranks[place]);
                double same = equal[ranks[place]];
                concordant += weight * lower;
                tied += weight * same;
                discordant += weight * (total - lower - same);
            }

            // Who ended outlasts the earlier events; they join before the next one.
        }

        return new(concordant, discordant, tied);
    }

    private static int[] RanksOf(ReadOnlySpan<double> scores, out int ranked)
    {
        double[] sorted = [.. scores];
        var places = new int[sorted.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        Array.Sort(sorted, places);
        var ranks = new int[sorted.Length];
        ranked = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                ranked++;
            }

            ranks[places[i]] = ranked; // from 1, as the tree counts
        }

        return ranks;
    }

    private static double Move(double[] tree, double[] equal, int rank, double weight)
    {
        equal[rank] += weight;
        for (int i = rank; i < tree.Length; i += i & -i)
        {
            tree[i] += weight;
        }

        return weight;
    }

    private static double SumBelow(double[] tree, int rank)
    {
        double sum = 0;
        for (int i = rank - 1; i > 0; i -= i & -i)
        {
            sum += tree[i];
        }

        return sum;
    }
}
