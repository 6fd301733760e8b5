namespace UserOps.Models.Activity;

/// <summary>What is asked about the share of the users of a month or a week who are active on a day: DAU / MAU, DAU / WAU.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="StickinessRatioModel"/> checks everything at once.</remarks>
public sealed record StickinessRatioDefinition
{
    /// <summary>Gets what makes a user active.</summary>
    public required ActiveUserDefinition Activity { get; init; }

    /// <summary>Gets where to begin: the day that contains it is the first one.</summary>
    public required DateOrInstant From { get; init; }

    /// <summary>Gets where to end: the day that contains it is the last one, included.</summary>
    public required DateOrInstant To { get; init; }

    /// <summary>Gets what the active users of a day are divided by. Default: those of the calendar month.</summary>
    public StickinessBase Base { get; init; }
}
