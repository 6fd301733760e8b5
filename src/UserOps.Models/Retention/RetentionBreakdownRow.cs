using System.Collections.Immutable;

namespace UserOps.Models.Retention;

/// <summary>The table of one breakdown value: only events with the value were looked at, for start, first and return.</summary>
public sealed record RetentionBreakdownRow
{
    /// <summary>Gets the value.</summary>
    public required string Value { get; init; }

    /// <summary>Gets the cohorts, as those of the summary.</summary>
    public required ImmutableArray<RetentionCohort> Cohorts { get; init; }

    /// <inheritdoc/>
    public bool Equals(RetentionBreakdownRow? other) => other is not null && Value == other.Value && ListEquality.Equal(Cohorts, other.Cohorts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, ListEquality.Hash(Cohorts));
}
