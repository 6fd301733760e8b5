using System.Text.Json.Serialization;

namespace UserOps.Models.Lifecycle;

/// <summary>What the users of one place are worth together, as a sum over users.</summary>
public sealed record LifecycleStageValue
{
    /// <summary>Gets the place: a stage, or unassigned.</summary>
    public required LifecycleState State { get; init; }

    /// <summary>Gets the users whose value is known.</summary>
    public required long Known { get; init; }

    /// <summary>Gets the users whose value is missing; they are in neither total nor mean.</summary>
    public required long Missing { get; init; }

    /// <summary>Gets the exact sum of the known values; 0 over nobody.</summary>
    public required decimal Sum { get; init; }

    /// <summary>Gets the total; without a number where no value is known, which is not a total of 0.</summary>
    [JsonIgnore]
    public Measure<decimal> Total => Known == 0 ? UndefinedReason.EmptyPopulation : Sum;

    /// <summary>Gets the mean of the known values, to the digits of a decimal; without a number where none is known.</summary>
    [JsonIgnore]
    public Measure<decimal> Mean => Known == 0 ? UndefinedReason.EmptyPopulation : Sum / Known;
}
