namespace UserOps.Models.Value;

/// <summary>What revenue per user asks: who is active, what revenue is, and which periods are listed.</summary>
/// <remarks>
/// A user pays in a period by a revenue event of more than nothing, also where it is refunded later; who pays is active, whatever the filter of active
/// events says. Plain data, JSON round-trip. Nothing is checked here; <see cref="RevenuePerUserModel"/> checks everything at once.
/// </remarks>
public sealed record RevenuePerUserDefinition
{
    /// <summary>Gets the events that make a user active in a period, such as a login, or <see cref="EventFilter.Any"/>.</summary>
    public required EventFilter Active { get; init; }

    /// <summary>Gets which events are revenue.</summary>
    public required RevenueDefinition Revenue { get; init; }

    /// <summary>Gets what the periods are.</summary>
    public required CalendarUnit Unit { get; init; }

    /// <summary>Gets a local date or an instant of the first period; a date means its first instant in the zone of the context. The default value counts as missing.</summary>
    public required DateOrInstant FirstPeriod { get; init; }

    /// <summary>Gets how many periods there are, one after the other; at least 1.</summary>
    public required int Periods { get; init; }

    /// <summary>Gets the column of the user table by whose values the answer is broken down, such as a channel; null for none.</summary>
    public CategoryField? Breakdown { get; init; }
}
