using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>What is asked of a Kaplan-Meier curve: how its band is drawn. Plain data, JSON round-trip.</summary>
public sealed record KaplanMeierDefinition
{
    /// <summary>Initializes a new instance of the <see cref="KaplanMeierDefinition"/> class with the defaults.</summary>
    public KaplanMeierDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal KaplanMeierDefinition(SurvivalIntervalKind interval = SurvivalDefaults.Interval, double level = SurvivalDefaults.ConfidenceLevel)
    {
        Interval = interval;
        Level = level;
    }

    /// <summary>Gets how the limits are found. Default: <see cref="SurvivalIntervalKind.Log"/>.</summary>
    public SurvivalIntervalKind Interval { get; init; } = SurvivalDefaults.Interval;

    /// <summary>Gets the level of the limits, above 0 and below 1. Default: 0.95.</summary>
    public double Level { get; init; } = SurvivalDefaults.ConfidenceLevel;
}
