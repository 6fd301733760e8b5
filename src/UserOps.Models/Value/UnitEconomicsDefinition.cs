using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>What unit economics asks: what one user costs to win, what the user brings period by period, and how many stay (单用户价值).</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="UnitEconomicsModel"/> checks everything at once.</remarks>
public sealed record UnitEconomicsDefinition
{
    /// <summary>Initializes a new instance of the <see cref="UnitEconomicsDefinition"/> class: all users stay, all revenue is margin, nothing is discounted.</summary>
    public UnitEconomicsDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal UnitEconomicsDefinition(ImmutableArray<decimal> retention = default, decimal grossMargin = 1)
    {
        Retention = retention.IsDefault ? [] : retention;
        GrossMargin = grossMargin;
    }

    /// <summary>Gets what it costs to win one user (CAC); zero or more.</summary>
    public required decimal AcquisitionCost { get; init; }

    /// <summary>Gets what a user who is there brings in each period, the first one first; one at least. May be negative.</summary>
    public required ImmutableArray<decimal> MarginPerPeriod { get; init; }

    /// <summary>Gets the share of the amounts above that is margin, 0 to 1: below 1 where they are revenue. Default: 1.</summary>
    public decimal GrossMargin { get; init; } = 1;

    /// <summary>Gets the share of the users won who are there in each period, 0 to 1; as many as there are periods. Empty, the default: all stay, or the amounts are per user won.</summary>
    public ImmutableArray<decimal> Retention { get; init; } = [];

    /// <summary>Gets by how much money of the next period is worth less; 0, the default, or more.</summary>
    public decimal DiscountRate { get; init; }

    /// <summary>Gets when the first amount comes in. Default: <see cref="MarginTiming.Now"/>.</summary>
    public MarginTiming Timing { get; init; }

    /// <inheritdoc/>
    public bool Equals(UnitEconomicsDefinition? other) => other is not null
        && AcquisitionCost == other.AcquisitionCost
        && ListEquality.Equal(MarginPerPeriod, other.MarginPerPeriod)
        && GrossMargin == other.GrossMargin
        && ListEquality.Equal(Retention, other.Retention)
        && DiscountRate == other.DiscountRate
        && Timing == other.Timing;

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(AcquisitionCost, ListEquality.Hash(MarginPerPeriod), GrossMargin, ListEquality.Hash(Retention), DiscountRate, Timing);
}
