namespace UserOps.Models.Survival;

/// <summary>The rows of a table as a Cox regression walks them: stratum by stratum, the longest first, so that who is at risk only grows, but for late entries.</summary>
internal sealed class CoxRows
{
    private CoxRows(SurvivalTable table, ReadOnlySpan<int> covariates)
    {
        int[] firsts = StratumFirsts(table);
        int[] order = InStrata(table, table.ByTime.Rows, firsts);
        Order = order;
        Covariates = CenteredRows.Of(table, covariates, order);
        Weights = table.HasWeights ? Gather(table.Weights, order) : [];
        if (table.ByEntry is { } byEntry)
        {
            Entries = Gather(table.Entries, order);
            ByLateness = PlacesOf(InStrata(table, byEntry.Rows, firsts), order);
        }

        EventTimes = TimesOf(table, firsts, order);
        DeathWeight = WeightOfEnded();
    }

    /// <summary>Gets the row of the table at each place: shape [rows].</summary>
    internal int[] Order { get; }

    /// <summary>Gets the covariates, centered, in places.</summary>
    internal CenteredRows Covariates { get; }

    /// <summary>Gets the weights in places; empty when each row stands for one.</summary>
    internal double[] Weights { get; }

    /// <summary>Gets the entries in places; empty when all rows are from the start.</summary>
    internal double[] Entries { get; } = [];

    /// <summary>Gets the places of each stratum in the order of entry, the latest first; empty without entries.</summary>
    internal int[] ByLateness { get; } = [];

    /// <summary>Gets the times at which rows ended, by stratum, the latest first.</summary>
    internal CoxEventTime[] EventTimes { get; }

    /// <summary>Gets the sum of the weights of rows that ended.</summary>
    internal double DeathWeight { get; }

    internal int Count => Order.Length;

    internal int Width => Covariates.Means.Length;

    internal static CoxRows Of(SurvivalTable table, ReadOnlySpan<int> covariates) => new(table, covariates);

    /// <summary>Gets the weight at a place.</summary>
    internal double WeightAt(int place) => Weights.Length == 0 ? 1 : Weights[place];

    /// <summary>Computes the score x b of every place.</summary>
    /// <param name="coefficients">Of the centered columns: shape [covariates].</param>
    /// <param name="scores">OUT: shape [rows].</param>
    internal void Scores(ReadOnlySpan<double> coefficients, Span<double> scores)
    {
        for (int place = 0; place < scores.Length; place++)
        {
            scores[place] = SymmetricKernels.Dot(Covariates[place], coefficients);
        }
    }

    private static int[] StratumFirsts(SurvivalTable table)
    {
        if (table.Strata is not { } strata)
        {
            return [0];
        }

        var firsts = new int[strata.Labels.Length];
        foreach (int code in strata.Codes)
        {
            firsts[code]++;
        }

        for (int code = 0, first = 0; code < firsts.Length; code++)
        {
            (firsts[code], first) = (first, first + firsts[code]);
        }

        return firsts;
    }

    /// <summary>Turns an ascending order around and deals it out to the strata.</summary>
    private static int[] InStrata(SurvivalTable table, ReadOnlySpan<int> ascending, int[] firsts)
    {
        int[] next = [.. firsts];
        var order = new int[ascending.Length];
        for (int i = ascending.Length - 1; i >= 0; i--)
        {
            int row = ascending[i];
            order[next[table.Strata?.Codes[row] ?? 0]++] = row;
        }

        return order;
    }

    private static double[] Gather(ReadOnlySpan<double> values, int[] order)
    {
        var gathered = new double[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            gathered[i] = values[order[i]];
        }

        return gathered;
    }

    private static int[] PlacesOf(int[] rows, int[] order)
    {
        var placeOf = new int[order.Length];
        for (int place = 0; place < order.Length; place++)
        {
            placeOf[order[place]] = place;
        }

        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = placeOf[rows[i]];
        }

        return rows;
    }

    private CoxEventTime[] TimesOf(SurvivalTable table, int[] firsts, int[] order)
    {
        List<CoxEventTime> times = [];
        ReadOnlySpan<double> time = table.Times;
        ReadOnlySpan<bool> ended = table.Events;
        for (int stratum = 0; stratum < firsts.Length; stratum++)
        {
            int first = firsts[stratum];
            int last = stratum + 1 < firsts.Length ? firsts[stratum + 1] : order.Length;
            int late = first;
            for (int place = first; place < last; place++)
            {
                if (!ended[order[place]])
                {
                    continue;
                }

                int firstEnded = place;
                double at = time[order[place]];
                while (place + 1 < last && time[order[place + 1]] == at)
                {
                    place++; // after one that ended there are only such ones at its time
                }

                while (ByLateness.Length > 0 && late < last && Entries[ByLateness[late]] >= at)
                {
                    late++;
                }

                times.Add(new(stratum, at, first, firstEnded, place + 1, late));
            }
        }

        return [.. times];
    }

    private double WeightOfEnded()
    {
        double sum = 0;
        foreach (CoxEventTime time in EventTimes)
        {
            for (int place = time.FirstEnded; place < time.End; place++)
            {
                sum += WeightAt(place);
            }
        }

        return sum;
    }
}
