namespace UserOps.Models.Profitability;

/// <summary>What one thread needs to work out one user after the other.</summary>
internal sealed class ProfitScratch(int figures, int eventSources)
{
    internal decimal[] Figures { get; } = new decimal[figures];

    /// <summary>Gets the events that count, by source.</summary>
    internal long[] Counts { get; } = new long[eventSources];

    /// <summary>Gets the sums of their amounts, in units of each source's column.</summary>
    internal Int128[] Units { get; } = new Int128[eventSources];

    /// <summary>Gets how many of them have no amount.</summary>
    internal long[] WithoutAmount { get; } = new long[eventSources];

    /// <summary>Gets what is wrong with the user at hand.</summary>
    internal List<(int Gap, ProfitGapReason Reason)> Gaps { get; } = [];

    /// <summary>Notes a fault once, however many figures show it.</summary>
    internal void Note(int gap, ProfitGapReason reason)
    {
        if (!Gaps.Contains((gap, reason)))
        {
            Gaps.Add((gap, reason));
        }
    }

    internal void Clear()
    {
        Array.Clear(Figures);
        Array.Clear(Counts);
        Array.Clear(Units);
        Array.Clear(WithoutAmount);
        Gaps.Clear();
    }
}
