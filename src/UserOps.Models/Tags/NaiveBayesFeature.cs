using System.Text.Json.Serialization;

namespace UserOps.Models.Tags;

/// <summary>One thing a naive Bayes model looks at.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; the fit and <see cref="NaiveBayesModel"/> check everything at once.</remarks>
public sealed record NaiveBayesFeature
{
    /// <summary>Initializes a new instance of the <see cref="NaiveBayesFeature"/> class with grams of one character.</summary>
    public NaiveBayesFeature()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal NaiveBayesFeature(int gramLength = NaiveBayesDefaults.GramLength) => GramLength = gramLength;

    /// <summary>Gets the name, unique among the features; for <see cref="NaiveBayesTag"/> the name of a column of the user table.</summary>
    public required string Name { get; init; }

    /// <summary>Gets how a value is read. Default: <see cref="NaiveBayesFeatureKind.Texts"/>.</summary>
    public NaiveBayesFeatureKind Kind { get; init; }

    /// <summary>Gets the characters of a gram, 1 to 8. Default: 1. A shorter text has no gram. Without meaning for other kinds.</summary>
    public int GramLength { get; init; } = NaiveBayesDefaults.GramLength;
}
