using System.Text.Json.Serialization;

namespace UserOps.Models.Portraits;

/// <summary>How target group indices are computed.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="TargetGroupIndexModel"/> checks everything at once.</remarks>
public sealed record TargetGroupIndexDefinition
{
    /// <summary>Initializes a new instance of the <see cref="TargetGroupIndexDefinition"/> class: base 100, 95 %, small below 30.</summary>
    public TargetGroupIndexDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal TargetGroupIndexDefinition(double confidenceLevel = NumericsDefaults.ConfidenceLevel, long smallCount = PortraitDefaults.SmallCount)
    {
        ConfidenceLevel = confidenceLevel;
        SmallCount = smallCount;
    }

    /// <summary>Gets what average is called. Default: <see cref="IndexScale.Hundred"/>.</summary>
    public IndexScale Scale { get; init; }

    /// <summary>Gets the level of the intervals, strictly between 0 and 1. Default: 0.95.</summary>
    public double ConfidenceLevel { get; init; } = NumericsDefaults.ConfidenceLevel;

    /// <summary>Gets the users of the target with the feature below which an index is flagged as small, 0 or more. Default: 30.</summary>
    public long SmallCount { get; init; } = PortraitDefaults.SmallCount;
}
