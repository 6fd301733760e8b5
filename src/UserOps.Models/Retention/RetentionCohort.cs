using System.Collections.Immutable;

namespace UserOps.Models.Retention;

/// <summary>One row of the table: the users who started in one period, and how many of them are back in each column.</summary>
public sealed record RetentionCohort
{
    /// <summary>Gets the first instant of the cohort's period, with the zone's offset there.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Gets the first local date of the cohort's period; for an hour the date it begins on.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>Gets the users of the cohort, so far as they are seen.</summary>
    public required long Size { get; init; }

    /// <summary>Gets the users retained in each column; null while the column's period is not over at 'as of'.</summary>
    public required ImmutableArray<long?> Retained { get; init; }

    /// <summary>Gets the retention rate of a column: retained users over the size, with a Wilson interval.</summary>
    /// <param name="column">0 to the number of columns - 1.</param>
    /// <returns><see cref="UndefinedReason.NotYetObservable"/> while the period is not over; else a share, 0 of 0 for an empty cohort.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public Measure<Ratio> RetentionRate(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Retained.Length);
        return Retained[column] is { } retained ? new Ratio(retained, Size) : UndefinedReason.NotYetObservable;
    }

    /// <inheritdoc/>
    public bool Equals(RetentionCohort? other) => other is not null
        && Start.EqualsExact(other.Start)
        && FirstDay == other.FirstDay
        && Size == other.Size
        && ListEquality.Equal(Retained, other.Retained);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, FirstDay, Size, ListEquality.Hash(Retained));

    internal static RetentionCohort Sum(RetentionCohort a, RetentionCohort b)
        => a with { Size = a.Size + b.Size, Retained = [.. a.Retained.Zip(b.Retained, (x, y) => x + y)] };
}
