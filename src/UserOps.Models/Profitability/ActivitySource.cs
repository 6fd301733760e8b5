namespace UserOps.Models.Profitability;

/// <summary>A line of cost: which events are a use of a service, and what one costs.</summary>
public sealed record ActivitySource
{
    /// <summary>Gets the name of the activity, unique among them.</summary>
    public required string Activity { get; init; }

    /// <summary>Gets which events are a use of it.</summary>
    public required EventFilter Events { get; init; }

    /// <summary>Gets what one costs, zero or more; see <see cref="ActivityCostModel"/>.</summary>
    public required decimal UnitCost { get; init; }
}
