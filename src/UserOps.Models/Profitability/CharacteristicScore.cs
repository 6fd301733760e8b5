namespace UserOps.Models.Profitability;

/// <summary>The points one characteristic gave.</summary>
public sealed record CharacteristicScore
{
    /// <summary>Gets the column asked.</summary>
    public required string Field { get; init; }

    /// <summary>Gets the index of the bin the customer falls into; null where the value is missing or in none.</summary>
    public int? Bin { get; init; }

    /// <summary>Gets the points; null where the scorecard has none for a missing or unlisted value.</summary>
    public decimal? Points { get; init; }

    /// <summary>Gets how many points fewer these are than the best bin gives: what the customer could gain here. Null without points.</summary>
    public decimal? BelowBest { get; init; }
}
