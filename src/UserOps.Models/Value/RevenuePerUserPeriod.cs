namespace UserOps.Models.Value;

/// <summary>Revenue per user of one period.</summary>
public sealed record RevenuePerUserPeriod
{
    /// <summary>Gets the first instant of the period, with the zone's offset there.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Gets the first local date of the period; for an hour the date it begins on.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>Gets whether the period is over at 'as of'; while it is not, all its numbers may still change.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Gets revenue, users, and what is per user.</summary>
    public required RevenuePerUser Users { get; init; }

    /// <summary>Gets the active users who are so only because they paid: none of their events passes the filter of active events.</summary>
    public required long ActiveByPaying { get; init; }

    /// <summary>Gets the revenue and refund events in the sums.</summary>
    public required long RevenueEvents { get; init; }

    /// <summary>Gets the revenue and refund events without an amount, or without a cost where costs are read; they are in no sum.</summary>
    public required long EventsWithoutAmount { get; init; }

    /// <inheritdoc/>
    public bool Equals(RevenuePerUserPeriod? other) => other is not null
        && Start.EqualsExact(other.Start)
        && FirstDay == other.FirstDay
        && IsComplete == other.IsComplete
        && Users == other.Users
        && ActiveByPaying == other.ActiveByPaying
        && RevenueEvents == other.RevenueEvents
        && EventsWithoutAmount == other.EventsWithoutAmount;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, FirstDay, IsComplete, Users, ActiveByPaying, RevenueEvents, EventsWithoutAmount);

    internal static RevenuePerUserPeriod Sum(RevenuePerUserPeriod a, RevenuePerUserPeriod b) => a with
    {
        Users = RevenuePerUser.Merge(a.Users, b.Users),
        ActiveByPaying = a.ActiveByPaying + b.ActiveByPaying,
        RevenueEvents = a.RevenueEvents + b.RevenueEvents,
        EventsWithoutAmount = a.EventsWithoutAmount + b.EventsWithoutAmount,
    };
}
