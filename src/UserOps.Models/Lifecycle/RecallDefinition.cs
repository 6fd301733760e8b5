using System.Text.Json.Serialization;

namespace UserOps.Models.Lifecycle;

/// <summary>What counts as being won back (召回): which event, and how soon after the user was targeted.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="RecallModel"/> checks everything at once.</remarks>
public sealed record RecallDefinition
{
    /// <summary>Initializes a new instance of the <see cref="RecallDefinition"/> class with intervals of 95 %.</summary>
    public RecallDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal RecallDefinition(double confidenceLevel = NumericsDefaults.ConfidenceLevel) => ConfidenceLevel = confidenceLevel;

    /// <summary>Gets the events of which one means that the user is back. A message opened is not a return; a login or a payment may be.</summary>
    public required EventFilter Return { get; init; }

    /// <summary>Gets the elapsed time after targeting in which a return counts, its last instant included; the instant of targeting itself is not.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>Gets the level of the intervals, strictly between 0 and 1. Default: 0.95.</summary>
    public double ConfidenceLevel { get; init; } = NumericsDefaults.ConfidenceLevel;
}
