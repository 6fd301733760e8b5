using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>What one user brings, period by period. Plain data, value equality, JSON round-trip.</summary>
public sealed record UnitEconomicsResult
{
    /// <summary>Gets what was asked.</summary>
    public required UnitEconomicsDefinition Definition { get; init; }

    /// <summary>Gets what a user won brings in each period: margin times retention, discounted.</summary>
    public required ImmutableArray<decimal> Contribution { get; init; }

    /// <summary>Gets the value of a user won after each period: all contributions so far, the acquisition cost not taken off. A discounted one is rounded, in its last digits.</summary>
    public required ImmutableArray<decimal> Value { get; init; }

    /// <summary>Gets what is earned after each period: the value less the acquisition cost, with the rounding of the value.</summary>
    [JsonIgnore]
    public ImmutableArray<decimal> Cumulative => [.. Value.Select(value => value - Definition.AcquisitionCost)];

    /// <summary>Gets the first period, counted from 0, after which the acquisition cost is earned; null where none of these is.</summary>
    /// <remarks>Compared as fractions, without rounding: a value that is written as 99.99..9 because its discount has no end may be one of exactly 100.</remarks>
    [JsonIgnore]
    public int? PaybackPeriodIndex => ExactPayback.PeriodOf(Definition);

    /// <summary>Gets the value after the last period over the acquisition cost (LTV to CAC); <see cref="UndefinedReason.ZeroBase"/> where users cost nothing.</summary>
    [JsonIgnore]
    public Measure<double> ValueToCost => Definition.AcquisitionCost == 0 ? UndefinedReason.ZeroBase : (double)Value[^1] / (double)Definition.AcquisitionCost;

    /// <inheritdoc/>
    public bool Equals(UnitEconomicsResult? other) => other is not null
        && Definition == other.Definition
        && ListEquality.Equal(Contribution, other.Contribution)
        && ListEquality.Equal(Value, other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, ListEquality.Hash(Contribution), ListEquality.Hash(Value));
}
