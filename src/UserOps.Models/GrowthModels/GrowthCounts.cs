namespace UserOps.Models.GrowthModels;

/// <summary>What both models count of one cohort, in one pass: raw, in the order of AARRR, and among the retained.</summary>
public sealed record GrowthCounts
{
    /// <summary>Gets the cohort users who reached each stage, whatever else they reached; acquisition is the size of the cohort.</summary>
    public required GrowthStageCounts Raw { get; init; }

    /// <summary>Gets the cohort users who reached each stage and all stages before it, in the order of AARRR.</summary>
    public required GrowthStageCounts InOrder { get; init; }

    /// <summary>Gets the retained users who reached each stage; acquisition and retention are all of them.</summary>
    public required GrowthStageCounts OfRetained { get; init; }

    /// <summary>Reads the counts off the users of each combination of stages: bit 0 activation, then retention, revenue, referral.</summary>
    internal static GrowthCounts Of(ReadOnlySpan<long> usersOfCombination)
    {
        Span<long> raw = stackalloc long[GrowthDefaults.Stages];
        Span<long> inOrder = stackalloc long[GrowthDefaults.Stages];
        Span<long> ofRetained = stackalloc long[GrowthDefaults.Stages];
        raw.Clear();
        inOrder.Clear();
        ofRetained.Clear();
        for (int combination = 0; combination < usersOfCombination.Length; combination++)
        {
            int reached = (combination << 1) | 1;
            bool retained = (reached & (int)GrowthStages.Retention) != 0;
            for (int stage = 0; stage < GrowthDefaults.Stages; stage++)
            {
                int upToStage = (2 << stage) - 1;
                raw[stage] += (reached >> stage & 1) * usersOfCombination[combination];
                inOrder[stage] += (reached & upToStage) == upToStage ? usersOfCombination[combination] : 0;
                ofRetained[stage] += retained ? (reached >> stage & 1) * usersOfCombination[combination] : 0;
            }
        }

        return new() { Raw = GrowthStageCounts.Of(raw), InOrder = GrowthStageCounts.Of(inOrder), OfRetained = GrowthStageCounts.Of(ofRetained) };
    }

    internal static GrowthCounts Sum(GrowthCounts a, GrowthCounts b) => new()
    {
        Raw = GrowthStageCounts.Sum(a.Raw, b.Raw),
        InOrder = GrowthStageCounts.Sum(a.InOrder, b.InOrder),
        OfRetained = GrowthStageCounts.Sum(a.OfRetained, b.OfRetained),
    };
}
