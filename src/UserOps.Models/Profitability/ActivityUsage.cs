namespace UserOps.Models.Profitability;

/// <summary>How often a customer used a service in the period, and what one use costs (作业成本).</summary>
public sealed record ActivityUsage
{
    /// <summary>Gets the name of the activity; uses of one activity share a line of the statement.</summary>
    public required string Activity { get; init; }

    /// <summary>Gets how often, zero or more; minutes and the like may have fractions.</summary>
    public required decimal Count { get; init; }

    /// <summary>Gets what one costs, zero or more; see <see cref="ActivityCostModel"/>.</summary>
    public required decimal UnitCost { get; init; }
}
