using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>One labeled user to learn from.</summary>
/// <param name="Class">The value that is known to be true; not empty.</param>
/// <param name="Values">What is known, one value per feature, in the order of the features.</param>
public sealed record NaiveBayesRow(string Class, ImmutableArray<NaiveBayesValue> Values)
{
    /// <inheritdoc/>
    public bool Equals(NaiveBayesRow? other) => other is not null && Class == other.Class && ListEquality.Equal(Values, other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Class, ListEquality.Hash(Values));
}
