namespace UserOps.Models.Tags;

/// <summary>How old the values of a tag are, as of an instant.</summary>
public sealed record TagFreshness
{
    /// <summary>Gets the assignments that were looked at: those at or before 'as of'.</summary>
    public required long Assignments { get; init; }

    /// <summary>Gets the assignments after 'as of': they were not seen.</summary>
    public required long AfterAsOf { get; init; }

    /// <summary>Gets the assignments not older than the limit, of all that were looked at; null without a limit.</summary>
    public Ratio? WithinLimit { get; init; }

    /// <summary>Gets the age of the youngest assignment.</summary>
    public required Measure<TimeSpan> Youngest { get; init; }

    /// <summary>Gets the median age .</summary>
    public required Measure<TimeSpan> Median { get; init; }

    /// <summary>Gets the age that nine in ten assignments do not exceed .</summary>
    public required Measure<TimeSpan> NinthDecile { get; init; }

    /// <summary>Gets the age of the oldest assignment.</summary>
    public required Measure<TimeSpan> Oldest { get; init; }

    /// <summary>Measures the ages of assignments.</summary>
    /// <param name="assignedAt">When each value that is in force was given; in any order.</param>
    /// <param name="asOf">Later assignments are counted and not seen.</param>
    /// <param name="limit">The age up to which a value is fresh, included; null for none. Elapsed time.</param>
    /// <returns>Ages of 0 or more; without a number when nothing was assigned.</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    public static TagFreshness Of(IEnumerable<DateTimeOffset> assignedAt, DateTimeOffset asOf, TimeSpan? limit = null)
    {
        ArgumentNullException.ThrowIfNull(assignedAt);
        if (limit is { } most)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(most, TimeSpan.Zero, nameof(limit));
        }

        long[] all = [.. assignedAt.Select(instant => asOf.UtcTicks - instant.UtcTicks)];
        long[] ages = [.. all.Where(age => age >= 0).Order()];
        return new()
        {
            Assignments = ages.Length,
            AfterAsOf = all.Length - ages.Length,
            WithinLimit = limit is { } bound ? new Ratio(ages.Count(age => age <= bound.Ticks), ages.Length) : null,
            Youngest = AgeAt(ages, 0),
            Median = AgeAt(ages, 0.5),
            NinthDecile = AgeAt(ages, 0.9),
            Oldest = AgeAt(ages, 1),
        };
    }

    private static Measure<TimeSpan> AgeAt(long[] sorted, double probability)
        => sorted.Length == 0 ? UndefinedReason.EmptyPopulation : new TimeSpan(Quantiles.OfSorted(sorted, probability));
}
