using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>The metrics of this room that catalogs may name, by stable id; each is a share of users between two instants.</summary>
public static class LifecycleMetrics
{
    /// <summary>The id of: dormant users who are active again, of the dormant.</summary>
    public const string WakeUpRate = "lifecycle.wake-up";

    /// <summary>The id of: churned users who are back, of the churned.</summary>
    public const string RecallRate = "lifecycle.recall";

    /// <summary>Gets all ids.</summary>
    public static ImmutableArray<string> Ids { get; } = [WakeUpRate, RecallRate];

    /// <summary>Computes a metric from the transitions between two instants.</summary>
    /// <param name="metricId">One of <see cref="Ids"/>.</param>
    /// <param name="transitions">The counts.</param>
    /// <returns>The share; without a value over nobody.</returns>
    /// <exception cref="ArgumentNullException">The counts are null.</exception>
    /// <exception cref="ArgumentException">The id is none of them.</exception>
    public static Ratio Of(string metricId, LifecycleTransitions transitions)
    {
        ArgumentNullException.ThrowIfNull(transitions);
        return metricId switch
        {
            WakeUpRate => transitions.WakeUpRate,
            RecallRate => transitions.RecallRate,
            _ => throw new ArgumentException($"There is no life-cycle metric '{metricId}'.", nameof(metricId)),
        };
    }
}
