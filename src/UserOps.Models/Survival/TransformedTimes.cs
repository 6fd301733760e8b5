namespace UserOps.Models.Survival;

/// <summary>The event times of a regression as a function of time whose mean over events is 0 and whose largest value is 1 either way.</summary>
internal static class TransformedTimes
{
    /// <summary>Transforms the times.</summary>
    /// <returns>Shape [event times], in their order; all 0 where there is only one time.</returns>
    /// <exception cref="ArgumentException">There is an event at time 0, and the logarithm is asked for.</exception>
    internal static double[] Of(SurvivalTable table, CoxRows rows, ProportionalHazardsTransform transform)
    {
        double[] weights = [.. rows.EventTimes.Select(time => WeightOf(rows, time))];
        double[] times = [.. rows.EventTimes.Select(time => time.Time)];
        if (transform == ProportionalHazardsTransform.Log && times.Contains(0))
        {
            throw new ArgumentException("There is an event at time 0, which has no logarithm.", nameof(transform));
        }

        double[] values = transform switch
        {
            ProportionalHazardsTransform.Identity => times,
            ProportionalHazardsTransform.Log => [.. times.Select(time => Math.Log(time))],
            ProportionalHazardsTransform.Rank => Ranks(times, weights),
            _ => Lost(table, times, weights),
        };
        return Centered(values, weights);
    }

    private static double WeightOf(CoxRows rows, CoxEventTime time)
    {
        double sum = 0;
        for (int place = time.FirstEnded; place < time.End; place++)
        {
            sum += rows.WeightAt(place);
        }

        return sum;
    }

    private static double[] Ranks(double[] times, double[] weights)
    {
        (double Time, double Weight)[] steps = Steps(times, weights);
        double before = 0;
        var ranks = new Dictionary<double, double>(steps.Length);
        foreach ((double time, double weight) in steps)
        {
            ranks.Add(time, before + weight / 2);
            before += weight;
        }

        return [.. times.Select(time => ranks[time])];
    }

    private static double[] Lost(SurvivalTable table, double[] times, double[] weights)
    {
        double[] all = [.. Enumerable.Range(0, table.Count).Select(row => table.HasWeights ? table.Weights[row] : 1)];
        (double Time, double Weight)[] left = [.. Steps([.. table.Times], all)];
        (double Time, double Weight)[] entered = table.HasEntries ? Steps([.. table.Entries], all) : [];
        double atRisk = table.HasEntries ? 0 : all.Sum();
        double survival = 1;
        int gone = 0, come = 0;
        var lost = new Dictionary<double, double>();
        foreach ((double time, double weight) in Steps(times, weights))
        {
            for (; come < entered.Length && entered[come].Time < time; come++)
            {
                atRisk += entered[come].Weight;
            }

            for (; gone < left.Length && left[gone].Time < time; gone++)
            {
                atRisk -= left[gone].Weight;
            }

            lost.Add(time, 1 - survival); // just before: this event is not yet in it
            survival *= 1 - weight / atRisk;
        }

        return [.. times.Select(time => lost[time])];
    }

    /// <summary>Adds up weights by value, ascending.</summary>
    private static (double Value, double Weight)[] Steps(double[] values, double[] weights) =>
    [
        .. values.Zip(weights).GroupBy(pair => pair.First, pair => pair.Second).OrderBy(group => group.Key).Select(group => (group.Key, group.Sum())),
    ];

    private static double[] Centered(double[] values, double[] weights)
    {
        double mean = values.Zip(weights, (value, weight) => value * weight).Sum() / weights.Sum();
        double[] centered = [.. values.Select(value => value - mean)];
        double reach = centered.Max(Math.Abs);
        bool varies = values.Any(value => value != values[0]);
        return [.. centered.Select(value => varies ? value / reach : 0)];
    }
}
