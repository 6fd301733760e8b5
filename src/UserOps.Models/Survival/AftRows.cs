namespace UserOps.Models.Survival;

/// <summary>The rows of a table as an accelerated failure time regression sees them: centered logarithms of times, centered covariates.</summary>
internal sealed class AftRows
{
    private AftRows(SurvivalTable table, ReadOnlySpan<int> covariates)
    {
        int[] order = [.. Enumerable.Range(0, table.Count)];
        Covariates = CenteredRows.Of(table, covariates, order);
        LogTimes = new double[table.Count];
        for (int row = 0; row < LogTimes.Length; row++)
        {
            LogTimes[row] = Math.Log(table.Times[row]);
        }

        (MeanLog, double deviation) = CenteredRows.Center(LogTimes);
        DeviationLog = deviation > 0 ? deviation : 1; // all times alike: then there is no scale to find, and 1 is as good as any
        LogEntries = [.. table.Entries];
        for (int row = 0; row < LogEntries.Length; row++)
        {
            // Who was there from the start, or before it, did not have to last until any time: S(0) = 1.
            LogEntries[row] = LogEntries[row] > 0 ? (Math.Log(LogEntries[row]) - MeanLog) / DeviationLog : double.NegativeInfinity;
        }

        Events = [.. table.Events];
        Weights = [.. table.Weights];
        SumUp(table);
    }

    /// <summary>Gets the covariates, centered.</summary>
    internal CenteredRows Covariates { get; }

    /// <summary>Gets the logarithms of times, centered: shape [rows].</summary>
    internal double[] LogTimes { get; }

    /// <summary>Gets the logarithms of entries likewise; minus infinity for who was there from the start. Empty when all were.</summary>
    internal double[] LogEntries { get; }

    internal bool[] Events { get; }

    /// <summary>Gets the weights; empty when each row stands for one.</summary>
    internal double[] Weights { get; }

    /// <summary>Gets the mean of the logarithms of times.</summary>
    internal double MeanLog { get; }

    /// <summary>Gets what the logarithms of times were divided by.</summary>
    internal double DeviationLog { get; }

    /// <summary>Gets the sum of weights.</summary>
    internal double TotalWeight { get; private set; }

    /// <summary>Gets the sum of weights of events.</summary>
    internal double EventWeight { get; private set; }

    /// <summary>Gets the sum of weight times ln T over events: the density of T is that of ln T divided by T.</summary>
    internal double LogTimesOfEvents { get; private set; }

    internal int Count => LogTimes.Length;

    internal static AftRows Of(SurvivalTable table, ReadOnlySpan<int> covariates) => new(table, covariates);

    internal double WeightAt(int row) => Weights.Length == 0 ? 1 : Weights[row];

    private void SumUp(SurvivalTable table)
    {
        for (int row = 0; row < Count; row++)
        {
            double weight = WeightAt(row);
            TotalWeight += weight;
            if (Events[row])
            {
                EventWeight += weight;
                LogTimesOfEvents += weight * Math.Log(table.Times[row]);
            }
        }
    }
}
