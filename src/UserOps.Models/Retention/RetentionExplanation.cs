using System.Collections.Immutable;

namespace UserOps.Models.Retention;

/// <summary>Why a user is where a retention table counts them.</summary>
public sealed record RetentionExplanation
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets why the user is in no cohort; null when they are in one.</summary>
    public RetentionAbsence? Absence { get; init; }

    /// <summary>Gets the first start event; of a first event that fails the test, that event. Null without one.</summary>
    public RetentionEvent? FirstStart { get; init; }

    /// <summary>Gets how far the nearest start event that makes a cohort lies outside the cohorts; null for a user in one, and without such an event.</summary>
    public TimeSpan? OutsideBy { get; init; }

    /// <summary>Gets the user's cohorts, the first one first.</summary>
    public required ImmutableArray<RetentionCohortExplanation> Cohorts { get; init; }

    /// <inheritdoc/>
    public bool Equals(RetentionExplanation? other) => other is not null
        && User == other.User
        && Absence == other.Absence
        && FirstStart == other.FirstStart
        && OutsideBy == other.OutsideBy
        && ListEquality.Equal(Cohorts, other.Cohorts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(User, Absence, FirstStart, OutsideBy, ListEquality.Hash(Cohorts));
}
