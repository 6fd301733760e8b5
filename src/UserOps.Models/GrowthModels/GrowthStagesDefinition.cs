namespace UserOps.Models.GrowthModels;

/// <summary>What AARRR and RARRA ask, both of the same cohort: who is acquired when, and what serves each stage.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; the models check everything at once.</remarks>
public sealed record GrowthStagesDefinition
{
    /// <summary>Gets which events serve each stage.</summary>
    public required GrowthStageEvents Stages { get; init; }

    /// <summary>Gets the first local date of the cohort, included: a user belongs to it by the first acquisition event of the whole history.</summary>
    public required DateOnly CohortFrom { get; init; }

    /// <summary>Gets the local date at which the cohort ends, excluded.</summary>
    public required DateOnly CohortTo { get; init; }

    /// <summary>Gets the first local day after the acquisition day that counts as coming back, included; 0 is the acquisition day itself.</summary>
    public required int RetentionFromDay { get; init; }

    /// <summary>Gets the last local day after the acquisition day that counts as coming back, included.</summary>
    public required int RetentionToDay { get; init; }

    /// <summary>Gets the elapsed time in which activation, revenue and referral must follow acquisition, included; null for no limit. Retention has its days instead.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>Gets the conversion wanted at each stage; null to name the stage of the lowest conversion instead.</summary>
    public GrowthTargets? Targets { get; init; }

    /// <summary>Gets the property of the acquisition event by whose values the cohort is broken down, such as its channel; null for none.</summary>
    public CategoryField? Breakdown { get; init; }
}
