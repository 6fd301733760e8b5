using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>How a log of events becomes durations: what starts a user's clock, what stops it, and who is still running. Plain data, JSON round-trip.</summary>
public sealed record DurationDefinition
{
    /// <summary>Initializes a new instance of the <see cref="DurationDefinition"/> class.</summary>
    public DurationDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal DurationDefinition(ImmutableArray<DurationEnd> ends = default, ImmutableArray<DurationCovariate> covariates = default)
    {
        Ends = ends.IsDefault ? [] : ends;
        Covariates = covariates.IsDefault ? [] : covariates;
    }

    /// <summary>Gets the events that start the clock.</summary>
    public required EventFilter Start { get; init; }

    /// <summary>Gets which of them does. Default: <see cref="DurationStart.FirstMatching"/>.</summary>
    public DurationStart StartAt { get; init; }

    /// <summary>Gets the events that stop it, the earliest at or after the start; of several at one instant that of the first entry here. May be empty with <see cref="Inactivity"/>.</summary>
    public ImmutableArray<DurationEnd> Ends { get; init; } = [];

    /// <summary>Gets the inactivity that stops it; null for none. An end event that comes before the limit has passed decides.</summary>
    public InactivityChurn? Inactivity { get; init; }

    /// <summary>Gets the unit of times. Default: <see cref="DurationUnit.Day"/>.</summary>
    public DurationUnit Unit { get; init; }

    /// <summary>
    /// Gets since when users are watched; null for since the log begins. Who started before is at risk from then on only: from this instant, and with
    /// <see cref="Inactivity"/> from one limit later, when everybody who had not ended has been active. Where users end at their last activity and
    /// <see cref="Ends"/> is empty, from this instant, because any activity since shows that the last one was still to come. Who had ended by then, or was
    /// not active within one limit, is left out.
    /// </summary>
    public DateTimeOffset? ObservedFrom { get; init; }

    /// <summary>Gets the user column that groups curves and tests; null for none. Users without a value are left out.</summary>
    public CategoryField? Group { get; init; }

    /// <summary>Gets the user column that stratifies tests and regressions; null for none. Users without a value are left out.</summary>
    public CategoryField? Stratum { get; init; }

    /// <summary>Gets the numbers that may explain the durations. Users without a value are left out.</summary>
    public ImmutableArray<DurationCovariate> Covariates { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(DurationDefinition? other)
        => other is not null
            && Start == other.Start
            && StartAt == other.StartAt
            && ListEquality.Equal(Ends, other.Ends)
            && Inactivity == other.Inactivity
            && Unit == other.Unit
            && ObservedFrom == other.ObservedFrom
            && Group == other.Group
            && Stratum == other.Stratum
            && ListEquality.Equal(Covariates, other.Covariates);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, StartAt, ListEquality.Hash(Ends), Inactivity, Unit, ObservedFrom, ListEquality.Hash(Covariates));
}
