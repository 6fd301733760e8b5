using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>How many users became durations, and why the others did not. Counts of users: they add up to <see cref="Users"/>. JSON round-trip, mergeable.</summary>
public sealed record DurationSummary
{
    /// <summary>Gets what was asked.</summary>
    public required DurationDefinition Definition { get; init; }

    /// <summary>Gets what "now" meant.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets the users of the dataset.</summary>
    public required long Users { get; init; }

    /// <summary>Gets the rows with an event.</summary>
    public required long Ended { get; init; }

    /// <summary>Gets the censored rows.</summary>
    public required long Censored { get; init; }

    /// <summary>Gets the users without a start.</summary>
    public required long NotStarted { get; init; }

    /// <summary>Gets the users who started before watching began and had ended, or were not seen to go on, by the time they would have entered.</summary>
    public required long NotWatched { get; init; }

    /// <summary>Gets the users who started too late for an end to have shown.</summary>
    public required long TooRecent { get; init; }

    /// <summary>Gets the users whose group, stratum or covariate is missing.</summary>
    public required long MissingValue { get; init; }

    /// <summary>Gets the event names of the definition the data never held, ordinal.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Joins the summaries of two sets of users who have nobody in common.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static DurationSummary Merge(DurationSummary a, DurationSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Definition != b.Definition || a.Context != b.Context)
        {
            throw new ArgumentException("The summaries answer different definitions or contexts; they cannot be added up.", nameof(b));
        }

        return a with
        {
            Users = a.Users + b.Users,
            Ended = a.Ended + b.Ended,
            Censored = a.Censored + b.Censored,
            NotStarted = a.NotStarted + b.NotStarted,
            NotWatched = a.NotWatched + b.NotWatched,
            TooRecent = a.TooRecent + b.TooRecent,
            MissingValue = a.MissingValue + b.MissingValue,
            UnknownEvents = [.. a.UnknownEvents.Where(name => b.UnknownEvents.Contains(name, StringComparer.Ordinal))],
        };
    }

    /// <inheritdoc/>
    public bool Equals(DurationSummary? other)
        => other is not null
            && Definition == other.Definition
            && Context == other.Context
            && (Users, Ended, Censored, NotStarted, NotWatched, TooRecent, MissingValue)
                == (other.Users, other.Ended, other.Censored, other.NotStarted, other.NotWatched, other.TooRecent, other.MissingValue)
            && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Context, Users, Ended, Censored);
}
