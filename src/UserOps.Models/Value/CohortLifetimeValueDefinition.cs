namespace UserOps.Models.Value;

/// <summary>What lifetime value by cohort asks: who is won when, what revenue is, and how time is cut into cohorts and ages.</summary>
/// <remarks>
/// A user belongs to the cohort of the period of the first acquisition event ever seen, and to no other. Revenue counts from that very instant on, also
/// what carries the same instant. Age 0 is the period of the cohort itself. Plain data, JSON round-trip; <see cref="CohortLifetimeValueModel"/> checks it.
/// </remarks>
public sealed record CohortLifetimeValueDefinition
{
    /// <summary>Gets the events that say a user is won, such as a registration or a first order.</summary>
    public required EventFilter Acquisition { get; init; }

    /// <summary>Gets which events are revenue and what of it is margin; all of it where neither costs nor a gross margin are named.</summary>
    public required RevenueDefinition Revenue { get; init; }

    /// <summary>Gets what cohorts and ages are.</summary>
    public required CalendarUnit Unit { get; init; }

    /// <summary>Gets a local date or an instant of the first cohort; a date means its first instant in the zone of the context. The default value counts as missing.</summary>
    public required DateOrInstant FirstCohort { get; init; }

    /// <summary>Gets how many cohorts there are, one after the other; at least 1.</summary>
    public required int Cohorts { get; init; }

    /// <summary>Gets how many periods a cohort is followed, its own included; at least 1.</summary>
    public required int Periods { get; init; }

    /// <summary>Gets the column of the user table by whose values the table is broken down, such as a channel; null for none.</summary>
    public CategoryField? Breakdown { get; init; }
}
