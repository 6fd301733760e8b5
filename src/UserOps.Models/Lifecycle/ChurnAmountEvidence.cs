namespace UserOps.Models.Lifecycle;

/// <summary>What the amounts say of a user: both totals, the trend between them, and how far that is from the limit.</summary>
public sealed record ChurnAmountEvidence
{
    /// <summary>Gets the total of the recent period, exact.</summary>
    public required decimal Recent { get; init; }

    /// <summary>Gets the total of the base period, exact and for its own length.</summary>
    public required decimal Base { get; init; }

    /// <summary>Gets the events of both periods that have no amount.</summary>
    public required long EventsWithoutAmount { get; init; }

    /// <summary>Gets (recent - base) / base, the base per the length of the recent period.</summary>
    public required Measure<decimal> Trend { get; init; }

    /// <summary>Gets the trend at and below which the amounts pass.</summary>
    public required decimal Limit { get; init; }

    /// <summary>Gets whether they pass; null without a trend.</summary>
    public bool? Passes { get; init; }

    /// <summary>Gets how far the trend lies below the limit; negative by what it is still above. Null without a trend.</summary>
    public decimal? BeyondLimit { get; init; }
}
