using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Rfm;

/// <summary>What a point on each axis counts in a weighted score. The weights need not add up to 1.</summary>
/// <remarks>Plain data, JSON round-trip.</remarks>
public sealed record RfmWeights
{
    /// <summary>Initializes a new instance of the <see cref="RfmWeights"/> class with equal weights of 1.</summary>
    public RfmWeights()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal RfmWeights(decimal recency = 1, decimal frequency = 1, decimal monetary = 1)
    {
        Recency = recency;
        Frequency = frequency;
        Monetary = monetary;
    }

    /// <summary>Gets the weight of recency, 0 to 1,000,000 with at most 12 digits after the point. Default: 1.</summary>
    public decimal Recency { get; init; } = 1;

    /// <summary>Gets the weight of frequency, 0 to 1,000,000 with at most 12 digits after the point. Default: 1.</summary>
    public decimal Frequency { get; init; } = 1;

    /// <summary>Gets the weight of the monetary value, 0 to 1,000,000 with at most 12 digits after the point. Default: 1.</summary>
    public decimal Monetary { get; init; } = 1;

    /// <summary>Lists every weight out of range, and that all are 0; none where the weights can be used.</summary>
    public ImmutableArray<DefinitionIssue> Validate()
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        RfmScoringRules.Check(this, "", issues);
        return issues.DrainToImmutable();
    }
}
