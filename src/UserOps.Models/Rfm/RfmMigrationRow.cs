using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>Where the users of one state went.</summary>
public sealed record RfmMigrationRow
{
    /// <summary>Gets where they were at the first instant.</summary>
    public required RfmState From { get; init; }

    /// <summary>Gets how many were in each state at the second instant, in the order of <see cref="RfmMigrationCounts.States"/>.</summary>
    public required ImmutableArray<long> Users { get; init; }

    /// <inheritdoc/>
    public bool Equals(RfmMigrationRow? other) => other is not null && From == other.From && ListEquality.Equal(Users, other.Users);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(From, ListEquality.Hash(Users));
}
