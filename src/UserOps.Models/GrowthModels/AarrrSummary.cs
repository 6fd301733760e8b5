using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.GrowthModels;

/// <summary>AARRR in counts: stored are sums over users, everything else is derived. JSON round-trip, mergeable.</summary>
public sealed record AarrrSummary
{
    /// <summary>Gets what was counted, the same as in the RARRA summary of the same question.</summary>
    public required GrowthCohortSummary Cohort { get; init; }

    /// <summary>Gets the five stages: acquisition, activation, retention, revenue, referral.</summary>
    [JsonIgnore]
    public ImmutableArray<AarrrStage> Stages => StagesOf(Cohort.Counts);

    /// <summary>
    /// Gets the stage that holds growth back: without targets that of the lowest conversion, with targets that of the largest shortfall
    /// above zero. Stages over nobody are left out, the earlier wins a tie. Null for none.
    /// </summary>
    [JsonIgnore]
    public GrowthBottleneck? HoldsBack => HoldsBackOf(Stages, Cohort.Definition.Targets);

    /// <summary>Gets the same per value of the breakdown property, values ordinal and users without a value last; empty without a breakdown.</summary>
    [JsonIgnore]
    public ImmutableArray<AarrrBreakdownRow> Breakdown => [.. Cohort.Breakdown.Select(row => RowOf(row, Cohort.Definition.Targets))];

    /// <summary>Joins the summaries of two sets of users who have nobody in common.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static AarrrSummary Merge(AarrrSummary a, AarrrSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new() { Cohort = GrowthCohortSummary.Merge(a.Cohort, b.Cohort) };
    }

    private static AarrrBreakdownRow RowOf(GrowthBreakdownRow row, GrowthTargets? targets)
    {
        ImmutableArray<AarrrStage> stages = StagesOf(row.Counts);
        return new(row.Value, stages, HoldsBackOf(stages, targets));
    }

    private static ImmutableArray<AarrrStage> StagesOf(GrowthCounts counts)
    {
        var stages = ImmutableArray.CreateBuilder<AarrrStage>(GrowthDefaults.Stages);
        for (GrowthStage stage = GrowthStage.Acquisition; stage <= GrowthStage.Referral; stage++)
        {
            long entered = counts.InOrder[stage == GrowthStage.Acquisition ? stage : stage - 1];
            stages.Add(new(stage, counts.Raw[stage], entered, counts.InOrder[stage]));
        }

        return stages.MoveToImmutable();
    }

    private static GrowthBottleneck? HoldsBackOf(ImmutableArray<AarrrStage> stages, GrowthTargets? targets)
        => GrowthBottleneck.Of(stages.Where(stage => stage.Conversion is not null).Select(stage => (stage.Stage, stage.Conversion!.Value)), targets);
}
