using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.GrowthModels;

/// <summary>RARRA in counts: stored are sums over users, everything else is derived. JSON round-trip, mergeable.</summary>
public sealed record RarraSummary
{
    private static readonly ImmutableArray<GrowthStage> Order =
        [GrowthStage.Retention, GrowthStage.Activation, GrowthStage.Referral, GrowthStage.Revenue, GrowthStage.Acquisition];

    /// <summary>Gets what was counted, the same as in the AARRR summary of the same question.</summary>
    public required GrowthCohortSummary Cohort { get; init; }

    /// <summary>Gets the five stages: retention, activation, referral, revenue, acquisition.</summary>
    [JsonIgnore]
    public ImmutableArray<RarraStage> Stages => StagesOf(Cohort.Counts);

    /// <summary>Gets the share of the cohort that came back; without a value over an empty cohort.</summary>
    [JsonIgnore]
    public Ratio Retention => new(Cohort.Counts.Raw.Retention, Cohort.Counts.Raw.Acquisition);

    /// <summary>
    /// Gets the stage of the lowest share; stages over nobody are left out, the earlier in the order of RARRA wins a tie. Null for none.
    /// Targets are conversions of AARRR, over other bases, and are not applied here.
    /// </summary>
    [JsonIgnore]
    public GrowthBottleneck? LowestShare
        => GrowthBottleneck.Of(Stages.Where(stage => stage.Share is not null).Select(stage => (stage.Stage, stage.Share!.Value)), targets: null);

    /// <summary>Gets the same per value of the breakdown property, values ordinal and users without a value last; empty without a breakdown.</summary>
    [JsonIgnore]
    public ImmutableArray<RarraBreakdownRow> Breakdown
        => [.. Cohort.Breakdown.Select(row => new RarraBreakdownRow(row.Value, StagesOf(row.Counts)))];

    /// <summary>Joins the summaries of two sets of users who have nobody in common.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static RarraSummary Merge(RarraSummary a, RarraSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new() { Cohort = GrowthCohortSummary.Merge(a.Cohort, b.Cohort) };
    }

    private static ImmutableArray<RarraStage> StagesOf(GrowthCounts counts)
        => [.. Order.Select(stage => new RarraStage(stage, counts.Raw[stage], UsersAt(stage, counts), BaseOf(stage, counts)))];

    private static long UsersAt(GrowthStage stage, GrowthCounts counts)
        => stage is GrowthStage.Acquisition ? counts.Raw.Acquisition : counts.OfRetained[stage];

    private static long BaseOf(GrowthStage stage, GrowthCounts counts)
        => stage is GrowthStage.Retention or GrowthStage.Acquisition ? counts.Raw.Acquisition : counts.Raw.Retention;
}
