using System.Collections.Immutable;

namespace UserOps.Models.Retention;

/// <summary>One cohort of a user: what put them there, and how each cell was decided.</summary>
public sealed record RetentionCohortExplanation
{
    /// <summary>Gets the cohort.</summary>
    public required int Cohort { get; init; }

    /// <summary>Gets the first start event in the cohort's period.</summary>
    public required RetentionEvent StartedBy { get; init; }

    /// <summary>Gets how many start events of that period make the cohort: each has a grid of its own where periods are rolling.</summary>
    public required int Starts { get; init; }

    /// <summary>Gets the cells, one a column.</summary>
    public required ImmutableArray<RetentionCellExplanation> Cells { get; init; }

    /// <inheritdoc/>
    public bool Equals(RetentionCohortExplanation? other) => other is not null
        && Cohort == other.Cohort
        && StartedBy == other.StartedBy
        && Starts == other.Starts
        && ListEquality.Equal(Cells, other.Cells);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Cohort, StartedBy, Starts, ListEquality.Hash(Cells));
}
