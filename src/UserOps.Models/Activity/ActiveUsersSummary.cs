using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>How many users were active when: counts that are sums over users. JSON round-trip, mergeable.</summary>
public sealed record ActiveUsersSummary
{
    /// <summary>Gets what was asked.</summary>
    public required ActiveUsersDefinition Definition { get; init; }

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets a series for each calendar unit, in the order of the definition.</summary>
    public required ImmutableArray<ActiveUsersSeries> Calendar { get; init; }

    /// <summary>Gets a series for each rolling window, in the order of the definition.</summary>
    public required ImmutableArray<ActiveUsersSeries> Rolling { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, ordinal: a typing error, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Gets the series of a calendar unit: of days it is DAU, of weeks WAU, of months MAU.</summary>
    /// <param name="unit">One of the definition's.</param>
    /// <exception cref="ArgumentException">The definition does not ask for it.</exception>
    public ActiveUsersSeries By(CalendarUnit unit) => Calendar.FirstOrDefault(series => series.Unit == unit)
        ?? throw new ArgumentException($"The definition does not ask for {unit}.", nameof(unit));

    /// <summary>Gets the series of a rolling window.</summary>
    /// <param name="days">Its length, one of the definition's.</param>
    /// <exception cref="ArgumentException">The definition does not ask for it.</exception>
    public ActiveUsersSeries InLast(int days) => Rolling.FirstOrDefault(series => series.RollingDays == days)
        ?? throw new ArgumentException(FormattableString.Invariant($"The definition does not ask for a window of {days} days."), nameof(days));

    /// <summary>Joins the summaries of two sets of users who have nobody in common.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static ActiveUsersSummary Merge(ActiveUsersSummary a, ActiveUsersSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Definition, a.Context, b.Definition, b.Context, nameof(b));
        return a with
        {
            Calendar = [.. a.Calendar.Zip(b.Calendar, ActiveUsersSeries.Merge)],
            Rolling = [.. a.Rolling.Zip(b.Rolling, ActiveUsersSeries.Merge)],
            UnknownEvents = SummaryQuestion.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
        };
    }

    /// <inheritdoc/>
    public bool Equals(ActiveUsersSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && ListEquality.Equal(Calendar, other.Calendar)
        && ListEquality.Equal(Rolling, other.Rolling)
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Definition, Context, ListEquality.Hash(Calendar), ListEquality.Hash(Rolling), ListEquality.Hash(UnknownEvents));
}
