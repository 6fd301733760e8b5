using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Portraits;

/// <summary>What is told of an audience (人群分析).</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="AudienceProfileModel"/> checks everything at once.</remarks>
public sealed record AudienceProfileDefinition
{
    /// <summary>Initializes a new instance of the <see cref="AudienceProfileDefinition"/> class: every column, quartiles, R-7.</summary>
    public AudienceProfileDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal AudienceProfileDefinition(QuantileDefinition quantile = NumericsDefaults.Quantile) => Quantile = quantile;

    /// <summary>Gets the columns of the user table, by name, in the order in which they are shown; empty, the default, for all of them in the order of the table.</summary>
    public ImmutableArray<string> Fields
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the quantiles of numbers and amounts, rising, 0 to 1. Default: the quartiles.</summary>
    public ImmutableArray<decimal> Probabilities
    {
        get => field.IsDefault ? PortraitDefaults.Quantiles : field;
        init;
    }

    /// <summary>Gets how a quantile is read between two values. Default: <see cref="QuantileDefinition.R7"/>.</summary>
    public QuantileDefinition Quantile { get; init; } = NumericsDefaults.Quantile;

    /// <inheritdoc/>
    public bool Equals(AudienceProfileDefinition? other) => other is not null
        && ListEquality.Equal(Fields, other.Fields)
        && ListEquality.Equal(Probabilities, other.Probabilities)
        && Quantile == other.Quantile;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ListEquality.Hash(Fields), ListEquality.Hash(Probabilities), Quantile);
}
