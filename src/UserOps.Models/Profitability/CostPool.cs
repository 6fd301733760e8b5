namespace UserOps.Models.Profitability;

/// <summary>A cost that is shared out by what causes it: branches by visits, a call center by minutes.</summary>
public sealed record CostPool
{
    /// <summary>Gets the id, unique among the pools; ordinal.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the cost of the period, zero or more, with up to 10 digits after the point.</summary>
    public required decimal Cost { get; init; }

    /// <summary>Gets the driver whose units share the cost.</summary>
    public required string Driver { get; init; }

    /// <summary>
    /// Gets how many units the pool can serve (practical capacity), zero or more: the cost of one unit is then the same however few are used, and the
    /// cost of idle capacity stays unallocated. Null, the default, to share everything among the units used.
    /// </summary>
    public decimal? PracticalCapacity { get; init; }
}
