using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Tags;

/// <summary>How a naive Bayes model is to be learned.</summary>
/// <remarks>Plain data, JSON round-trip. <see cref="NaiveBayesModel.Fit"/> checks everything at once.</remarks>
public sealed record NaiveBayesOptions
{
    /// <summary>Initializes a new instance of the <see cref="NaiveBayesOptions"/> class with the default smoothing.</summary>
    public NaiveBayesOptions()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal NaiveBayesOptions(double alpha = NaiveBayesDefaults.Alpha, double varianceSmoothing = NaiveBayesDefaults.VarianceSmoothing)
    {
        Alpha = alpha;
        VarianceSmoothing = varianceSmoothing;
    }

    /// <summary>Gets what the model looks at, in the order in which values are given; at least one.</summary>
    public required ImmutableArray<NaiveBayesFeature> Features { get; init; }

    /// <summary>Gets the count every text is given beforehand in every class; above 0. Default: 1 (Laplace).</summary>
    public double Alpha { get; init; } = NaiveBayesDefaults.Alpha;

    /// <summary>
    /// Gets the part of a number's variance over all rows that is added to its variance within each class, so that a class without spread does not
    /// become certain; above 0. Default: 1e-9.
    /// </summary>
    public double VarianceSmoothing { get; init; } = NaiveBayesDefaults.VarianceSmoothing;

    /// <summary>Gets the weights of the classes before anything is known: every class of the data, above 0, scaled to add up to 1. Empty, the default: their shares of the rows.</summary>
    public ImmutableArray<NaiveBayesClass> Priors
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the posterior below which no value is given, 0 to 1. Default: 0, always a value.</summary>
    public double MinimumConfidence { get; init; }

    /// <inheritdoc/>
    public bool Equals(NaiveBayesOptions? other) => other is not null
        && ListEquality.Equal(Features, other.Features)
        && Alpha.Equals(other.Alpha)
        && VarianceSmoothing.Equals(other.VarianceSmoothing)
        && ListEquality.Equal(Priors, other.Priors)
        && MinimumConfidence.Equals(other.MinimumConfidence);

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(ListEquality.Hash(Features), Alpha, VarianceSmoothing, ListEquality.Hash(Priors), MinimumConfidence);
}
