using System.Text.Json.Serialization;

namespace UserOps.Models.Funnels;

/// <summary>How one step went.</summary>
public sealed record FunnelStepResult
{
    /// <summary>Gets the name of the step; unordered: the number of steps filled.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Gets the units that could take this step: those who completed the nearest earlier step that cannot be skipped; for the first step
    /// the same as <see cref="Completed"/>.
    /// </summary>
    public required long Entered { get; init; }

    /// <summary>Gets the units whose chain holds this step; never more than <see cref="Entered"/>.</summary>
    public required long Completed { get; init; }

    /// <summary>Gets the units that completed the step before; null for the first step. After an optional step it may be less than <see cref="Completed"/>.</summary>
    public long? Previous { get; init; }

    /// <summary>Gets the units that completed the first step.</summary>
    public required long First { get; init; }

    /// <summary>Gets a value indicating whether the step may be skipped.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>Gets the share of those who entered that completed the step; has an interval.</summary>
    [JsonIgnore]
    public Ratio Conversion => new(Completed, Entered);

    /// <summary>Gets the share of all who completed the first step; has an interval.</summary>
    [JsonIgnore]
    public Ratio Overall => new(Completed, First);

    /// <summary>
    /// Gets completed units over those of the step before; without a value for the first step and over nobody. It exceeds 1 where more units
    /// took this step than the optional one before.
    /// </summary>
    [JsonIgnore]
    public Measure<double> OfPrevious => Previous switch
    {
        null => UndefinedReason.EmptyPopulation,
        0 => UndefinedReason.ZeroBase,
        { } previous => (double)Completed / previous,
    };

    /// <summary>Gets the units that entered and did not complete the step.</summary>
    [JsonIgnore]
    public long Lost => Entered - Completed;

    /// <summary>Gets the share of those who entered that did not complete the step, 1 - <see cref="Conversion"/>; has an interval.</summary>
    [JsonIgnore]
    public Ratio DropOff => new(Lost, Entered);
}
