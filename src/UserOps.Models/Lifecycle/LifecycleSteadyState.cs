using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>The shares at which the stages settle if transition rates stay as observed and nobody new comes, or why they do not. JSON round-trip.</summary>
public sealed record LifecycleSteadyState
{
    /// <summary>Gets whether there is one, and if not, why.</summary>
    public required LifecycleSteadyStateStatus Status { get; init; }

    /// <summary>Gets the share of each place, in the order of <see cref="LifecycleTransitions.States"/>; a place nobody was in or came to has 0.</summary>
    public required ImmutableArray<LifecycleStateShare> Shares { get; init; }

    /// <summary>Gets the places nobody left: users collect there.</summary>
    public ImmutableArray<LifecycleState> Absorbing
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <inheritdoc/>
    public bool Equals(LifecycleSteadyState? other) => other is not null
        && Status == other.Status
        && ListEquality.Equal(Shares, other.Shares)
        && ListEquality.Equal(Absorbing, other.Absorbing);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Status, ListEquality.Hash(Shares), ListEquality.Hash(Absorbing));
}
