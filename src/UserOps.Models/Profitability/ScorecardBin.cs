using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>A stretch of numbers, or some texts, and the points of whoever falls into it.</summary>
public sealed record ScorecardBin
{
    /// <summary>Gets the words for a reader; null for none.</summary>
    public string? Label { get; init; }

    /// <summary>Gets the least number, included; null for no lower end.</summary>
    public decimal? From { get; init; }

    /// <summary>Gets the end of the numbers, excluded; null for no upper end.</summary>
    public decimal? To { get; init; }

    /// <summary>Gets the texts; empty, the default, for a bin of numbers.</summary>
    public ImmutableArray<string> Values
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the points; may be negative.</summary>
    public required decimal Points { get; init; }

    /// <inheritdoc/>
    public bool Equals(ScorecardBin? other) => other is not null
        && Label == other.Label
        && From == other.From
        && To == other.To
        && ListEquality.Equal(Values, other.Values)
        && Points == other.Points;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Label, From, To, ListEquality.Hash(Values), Points);
}
