using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>Where the users of one place went.</summary>
public sealed record LifecycleTransitionRow
{
    /// <summary>Gets where they were at the first instant. <see cref="LifecycleState.Absent"/>: they are new.</summary>
    public required LifecycleState From { get; init; }

    /// <summary>Gets how many were in each place at the second instant, in the order of <see cref="LifecycleTransitions.States"/>.</summary>
    public required ImmutableArray<long> Users { get; init; }

    /// <inheritdoc/>
    public bool Equals(LifecycleTransitionRow? other) => other is not null && From == other.From && ListEquality.Equal(Users, other.Users);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(From, ListEquality.Hash(Users));
}
