using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Lifecycle;

/// <summary>Where users are expected to be, if they go on as they went between two instants. JSON round-trip.</summary>
/// <remarks>
/// Assumes that transition rates stay as observed, that where a user goes next depends on the stage alone and not on the time spent in it, and that as many
/// users come as <see cref="Newcomers"/> says. Expected numbers, not a range: the spread is not told.
/// </remarks>
public sealed record LifecycleForecast
{
    /// <summary>Gets the observed transitions it rests on.</summary>
    public required LifecycleTransitions Transitions { get; init; }

    /// <summary>Gets the new users of each step; empty for none.</summary>
    public required ImmutableArray<LifecycleNewcomers> Newcomers { get; init; }

    /// <summary>Gets the steps, beginning with 0, the second instant as observed.</summary>
    public required ImmutableArray<LifecycleForecastStep> Steps { get; init; }

    /// <summary>Gets how long a step is: the time between the two instants.</summary>
    [JsonIgnore]
    public TimeSpan StepLength => Transitions.To.AsOf - Transitions.From.AsOf;

    /// <summary>Gets what the numbers rest on, to be shown beside them.</summary>
    [JsonIgnore]
    public LocalizedText Assumption { get; } = new(
        "假设流转率保持观测值不变,去向只取决于当前阶段,新用户按给定数量进入",
        "Assumes that transition rates stay as observed, that the present stage alone decides where a user goes next, and that new users come as given");

    /// <inheritdoc/>
    public bool Equals(LifecycleForecast? other) => other is not null
        && Transitions == other.Transitions
        && ListEquality.Equal(Newcomers, other.Newcomers)
        && ListEquality.Equal(Steps, other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Transitions, ListEquality.Hash(Newcomers), ListEquality.Hash(Steps));
}
