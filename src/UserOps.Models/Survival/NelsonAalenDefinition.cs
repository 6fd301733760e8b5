using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>What is asked of a cumulative hazard: how its band is drawn. Plain data, JSON round-trip.</summary>
public sealed record NelsonAalenDefinition
{
    /// <summary>Initializes a new instance of the <see cref="NelsonAalenDefinition"/> class with the defaults.</summary>
    public NelsonAalenDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal NelsonAalenDefinition(HazardIntervalKind interval = SurvivalDefaults.HazardInterval, double level = SurvivalDefaults.ConfidenceLevel)
    {
        Interval = interval;
        Level = level;
    }

    /// <summary>Gets how the limits are found. Default: <see cref="HazardIntervalKind.Log"/>.</summary>
    public HazardIntervalKind Interval { get; init; } = SurvivalDefaults.HazardInterval;

    /// <summary>Gets the level of the limits, above 0 and below 1. Default: 0.95.</summary>
    public double Level { get; init; } = SurvivalDefaults.ConfidenceLevel;
}
