using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>What is asked of competing risks: how the band of an incidence is drawn. Plain data, JSON round-trip.</summary>
public sealed record CompetingRisksDefinition
{
    /// <summary>Initializes a new instance of the <see cref="CompetingRisksDefinition"/> class with the defaults.</summary>
    public CompetingRisksDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal CompetingRisksDefinition(SurvivalIntervalKind interval = SurvivalDefaults.IncidenceInterval, double level = SurvivalDefaults.ConfidenceLevel)
    {
        Interval = interval;
        Level = level;
    }

    /// <summary>Gets how the limits are found. Default: <see cref="SurvivalIntervalKind.LogLog"/>.</summary>
    public SurvivalIntervalKind Interval { get; init; } = SurvivalDefaults.IncidenceInterval;

    /// <summary>Gets the level of the limits, above 0 and below 1. Default: 0.95.</summary>
    public double Level { get; init; } = SurvivalDefaults.ConfidenceLevel;
}
