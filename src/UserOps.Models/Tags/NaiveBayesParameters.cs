using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Tags;

/// <summary>Everything a naive Bayes model knows: what is saved as JSON, and the door for counts that are there already.</summary>
/// <remarks>Plain data, JSON round-trip. <see cref="NaiveBayesModel"/> checks everything at once, the version first.</remarks>
public sealed record NaiveBayesParameters
{
    /// <summary>Initializes a new instance of the <see cref="NaiveBayesParameters"/> class with the default smoothing.</summary>
    public NaiveBayesParameters()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal NaiveBayesParameters(double alpha = NaiveBayesDefaults.Alpha) => Alpha = alpha;

    /// <summary>Gets the form of these data. Only 1 is known; a later one is refused rather than misread.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the classes, each once; at least two.</summary>
    public required ImmutableArray<NaiveBayesClass> Classes { get; init; }

    /// <summary>Gets what is known of each feature, in the order in which values are given; at least one.</summary>
    public required ImmutableArray<NaiveBayesLearned> Features { get; init; }

    /// <summary>Gets the count every text is given beforehand in every class; above 0. Default: 1 (Laplace).</summary>
    public double Alpha { get; init; } = NaiveBayesDefaults.Alpha;

    /// <summary>Gets the posterior below which no value is given, 0 to 1. Default: 0, always a value.</summary>
    public double MinimumConfidence { get; init; }

    /// <inheritdoc/>
    public bool Equals(NaiveBayesParameters? other) => other is not null
        && Version == other.Version
        && ListEquality.Equal(Classes, other.Classes)
        && ListEquality.Equal(Features, other.Features)
        && Alpha.Equals(other.Alpha)
        && MinimumConfidence.Equals(other.MinimumConfidence);

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(Version, ListEquality.Hash(Classes), ListEquality.Hash(Features), Alpha, MinimumConfidence);
}
