using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>What a naive Bayes model says of one user.</summary>
public sealed record NaiveBayesPrediction
{
    /// <summary>Gets the most probable class, of equally probable ones the ordinally first; null when its posterior is below the minimum confidence.</summary>
    public required string? Value { get; init; }

    /// <summary>Gets the posterior of the most probable class, whether or not it was enough for a value.</summary>
    public required double Confidence { get; init; }

    /// <summary>Gets the classes that are equally probable with the first, itself included, ordinal; empty without a tie. Equal: within 1e-12.</summary>
    public required ImmutableArray<string> Ties { get; init; }

    /// <summary>Gets the posterior of every class, in the order of the model.</summary>
    public required ImmutableArray<NaiveBayesPosterior> Posteriors { get; init; }

    /// <inheritdoc/>
    public bool Equals(NaiveBayesPrediction? other) => other is not null
        && Value == other.Value
        && Confidence.Equals(other.Confidence)
        && ListEquality.Equal(Ties, other.Ties)
        && ListEquality.Equal(Posteriors, other.Posteriors);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Confidence, ListEquality.Hash(Ties), ListEquality.Hash(Posteriors));
}
