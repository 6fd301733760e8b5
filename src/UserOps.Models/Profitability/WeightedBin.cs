using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>A stretch of numbers, or some texts, with its weight of evidence: what becomes a <see cref="ScorecardBin"/>.</summary>
public sealed record WeightedBin
{
    /// <summary>Gets the words for a reader; null for none.</summary>
    public string? Label { get; init; }

    /// <summary>Gets the least number, included; null for no lower end.</summary>
    public decimal? From { get; init; }

    /// <summary>Gets the end of the numbers, excluded; null for no upper end.</summary>
    public decimal? To { get; init; }

    /// <summary>Gets the texts; empty, the default, for numbers.</summary>
    public ImmutableArray<string> Values
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the weight of evidence of the bin.</summary>
    public required double Weight { get; init; }

    /// <inheritdoc/>
    public bool Equals(WeightedBin? other) => other is not null
        && Label == other.Label
        && From == other.From
        && To == other.To
        && ListEquality.Equal(Values, other.Values)
        && Weight.Equals(other.Weight);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Label, From, To, ListEquality.Hash(Values), Weight);
}
