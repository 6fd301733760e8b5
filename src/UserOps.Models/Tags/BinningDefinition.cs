using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>How a number becomes a label (定量转定性): edges, and a label for each stretch between them.</summary>
/// <remarks>
/// Plain data, JSON round-trip. Nothing is checked here; <see cref="BinningModel"/> checks everything at once. The first bin has no lower end
/// and the last no upper one, so every number has a label; a missing one has none.
/// </remarks>
public sealed record BinningDefinition
{
    /// <summary>Gets the edges, strictly rising; without any every number has the one label.</summary>
    public required ImmutableArray<decimal> Edges { get; init; }

    /// <summary>Gets the labels from the lowest bin to the highest, one more than edges; none empty, none twice.</summary>
    public required ImmutableArray<string> Labels { get; init; }

    /// <summary>Gets to which bin an edge belongs. Default: <see cref="BinClosure.Left"/>, to the upper one.</summary>
    public BinClosure Closed { get; init; }

    /// <inheritdoc/>
    public bool Equals(BinningDefinition? other) => other is not null
        && ListEquality.Equal(Edges, other.Edges)
        && ListEquality.Equal(Labels, other.Labels)
        && Closed == other.Closed;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ListEquality.Hash(Edges), ListEquality.Hash(Labels), Closed);
}
