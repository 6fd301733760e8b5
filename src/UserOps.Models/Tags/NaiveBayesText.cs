using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>How often a text, or a gram, was seen in each class.</summary>
public sealed record NaiveBayesText
{
    /// <summary>Gets the text, ordinal.</summary>
    public required string Text { get; init; }

    /// <summary>Gets how often each class had it, in the order of the classes; 0 or more.</summary>
    public required ImmutableArray<long> Counts { get; init; }

    /// <inheritdoc/>
    public bool Equals(NaiveBayesText? other) => other is not null && Text == other.Text && ListEquality.Equal(Counts, other.Counts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, ListEquality.Hash(Counts));
}
