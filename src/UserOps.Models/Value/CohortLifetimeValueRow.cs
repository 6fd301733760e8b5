using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>The cohorts of the users who share a value of the breakdown.</summary>
public sealed record CohortLifetimeValueRow
{
    /// <summary>Gets the value; null for users without one.</summary>
    public string? Value { get; init; }

    /// <summary>Gets the cohorts, the first one first.</summary>
    public required ImmutableArray<LifetimeValueCohort> Cohorts { get; init; }

    /// <inheritdoc/>
    public bool Equals(CohortLifetimeValueRow? other) => other is not null && Value == other.Value && ListEquality.Equal(Cohorts, other.Cohorts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, ListEquality.Hash(Cohorts));
}
