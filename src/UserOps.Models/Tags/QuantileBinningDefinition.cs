using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Tags;

/// <summary>How a number becomes a label when the edges are to be cut from data, at quantiles.</summary>
/// <remarks>
/// Plain data, JSON round-trip; <see cref="BinningModel.Fit(QuantileBinningDefinition, ReadOnlySpan{decimal})"/> and its kin make a
/// <see cref="BinningDefinition"/> of it, which is what is to be stored and shared: the same labels for other data need the same edges.
/// </remarks>
public sealed record QuantileBinningDefinition
{
    /// <summary>Initializes a new instance of the <see cref="QuantileBinningDefinition"/> class with equal shares and R-7 quantiles.</summary>
    public QuantileBinningDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal QuantileBinningDefinition(QuantileDefinition quantile = NumericsDefaults.Quantile) => Quantile = quantile;

    /// <summary>Gets the labels from the lowest bin to the highest; at least two, none empty, none twice.</summary>
    public required ImmutableArray<string> Labels { get; init; }

    /// <summary>Gets the shares at which to cut, strictly rising, above 0 and below 1, one fewer than labels; empty, the default, for equal shares.</summary>
    public ImmutableArray<decimal> Probabilities
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets how a quantile is read between two values. Default: <see cref="QuantileDefinition.R7"/>.</summary>
    public QuantileDefinition Quantile { get; init; } = NumericsDefaults.Quantile;

    /// <summary>Gets to which bin an edge belongs. Default: <see cref="BinClosure.Left"/>, to the upper one.</summary>
    public BinClosure Closed { get; init; }

    /// <summary>Gets what happens when edges coincide. Default: <see cref="TiedEdges.Refuse"/>.</summary>
    public TiedEdges Ties { get; init; }

    /// <inheritdoc/>
    public bool Equals(QuantileBinningDefinition? other) => other is not null
        && ListEquality.Equal(Labels, other.Labels)
        && ListEquality.Equal(Probabilities, other.Probabilities)
        && Quantile == other.Quantile
        && Closed == other.Closed
        && Ties == other.Ties;

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(ListEquality.Hash(Labels), ListEquality.Hash(Probabilities), Quantile, Closed, Ties);
}
