using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>Why a user is where a life cycle puts them, as data. JSON round-trip.</summary>
public sealed record LifecycleExplanation
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets where the user is.</summary>
    public required LifecycleState State { get; init; }

    /// <summary>Gets a value indicating whether an earlier place may be the user's, because a rule before is unknown.</summary>
    public required bool IsUncertain { get; init; }

    /// <summary>Gets what the rule of the population says; null where the definition has none.</summary>
    public SegmentExplanation? Population { get; init; }

    /// <summary>
    /// Gets the stages that were asked, in their order: those that did not take the user, false or unknown, and last the one that did. All of them for an
    /// unassigned user, none for an absent one.
    /// </summary>
    public ImmutableArray<LifecycleStageExplanation> Asked
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <inheritdoc/>
    public bool Equals(LifecycleExplanation? other) => other is not null
        && User == other.User
        && State == other.State
        && IsUncertain == other.IsUncertain
        && Population == other.Population
        && ListEquality.Equal(Asked, other.Asked);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(User, State, IsUncertain, Population, ListEquality.Hash(Asked));
}
