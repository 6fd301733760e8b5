using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>How many ended for one cause, by time. Value equality.</summary>
public sealed record CauseCounts
{
    /// <summary>Gets the cause.</summary>
    public required string Cause { get; init; }

    /// <summary>Gets how many ended for it: shape [times of the risk table].</summary>
    public required ImmutableArray<double> Events { get; init; }

    /// <inheritdoc/>
    public bool Equals(CauseCounts? other) => other is not null && Cause == other.Cause && ListEquality.Equal(Events, other.Events);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Cause, ListEquality.Hash(Events));
}
