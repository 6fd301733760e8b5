using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>What a naive Bayes model knows of one feature.</summary>
/// <remarks>Texts and grams have totals, a vocabulary and counts; a number has a distribution per class, or none when it never varied.</remarks>
public sealed record NaiveBayesLearned
{
    /// <summary>Gets the feature.</summary>
    public required NaiveBayesFeature Feature { get; init; }

    /// <summary>Gets how many texts each class had in all, repeated ones counted again, in the order of the classes; empty for a number.</summary>
    public ImmutableArray<long> Totals
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets how many different texts there are, in the data or in the world: at least those counted. 0: nothing was learned, and the feature is passed over.</summary>
    public long Vocabulary { get; init; }

    /// <summary>Gets the counts of the texts that were seen; a text that is not among them was seen by no class.</summary>
    public ImmutableArray<NaiveBayesText> Texts
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the distribution in each class, in the order of the classes; empty for texts, and for a number that never varied, which is passed over.</summary>
    public ImmutableArray<NaiveBayesNormal> Normals
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <inheritdoc/>
    public bool Equals(NaiveBayesLearned? other) => other is not null
        && Feature == other.Feature
        && ListEquality.Equal(Totals, other.Totals)
        && Vocabulary == other.Vocabulary
        && ListEquality.Equal(Texts, other.Texts)
        && ListEquality.Equal(Normals, other.Normals);

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(Feature, ListEquality.Hash(Totals), Vocabulary, ListEquality.Hash(Texts), ListEquality.Hash(Normals));
}
