using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>What is asked about the cost of serving (作业成本法): the pools of cost and what drives each.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="ActivityCostModel"/> checks everything at once.</remarks>
public sealed record ActivityCostDefinition
{
    /// <summary>Gets the ISO 4217 code of all costs.</summary>
    public required string Currency { get; init; }

    /// <summary>Gets the pools, all of one period; at least one.</summary>
    public required ImmutableArray<CostPool> Pools { get; init; }

    /// <inheritdoc/>
    public bool Equals(ActivityCostDefinition? other) => other is not null && Currency == other.Currency && ListEquality.Equal(Pools, other.Pools);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Currency, ListEquality.Hash(Pools));
}
