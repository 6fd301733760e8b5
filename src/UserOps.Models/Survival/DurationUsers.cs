using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>The users behind durations, bound to their dataset.</summary>
public sealed class DurationUsers
{
    private readonly DurationPlan _plan;
    private readonly DurationSpan[] _spans;
    private readonly int[] _rows;

    internal DurationUsers(DurationPlan plan, DurationSpan[] spans)
    {
        _plan = plan;
        _spans = spans;
        _rows = [.. Enumerable.Range(0, spans.Length).Where(ordinal => spans[ordinal].HasRow)];
    }

    /// <summary>Gets the number of rows.</summary>
    public int RowCount => _rows.Length;

    /// <summary>Gets the user behind a row of the survival table.</summary>
    /// <param name="row">0 to <see cref="RowCount"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public UserId UserAt(int row) => _plan.Data.Directory[_rows[row]];

    /// <summary>Gets the users something became of.</summary>
    /// <param name="outcome">What.</param>
    public UserSet With(DurationOutcome outcome)
    {
        var words = new ulong[BitKernels.WordsFor(_spans.Length)];
        for (int user = 0; user < _spans.Length; user++)
        {
            words[user >> 6] |= _spans[user].Outcome == outcome ? 1UL << (user & 63) : 0;
        }

        return new(_plan.Data.Directory, words);
    }

    /// <summary>Says why a user's duration is what it is.</summary>
    /// <param name="user">A user of the dataset.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public DurationExplanation Explain(UserId user)
    {
        if (!_plan.Data.Directory.TryGetOrdinal(user, out int ordinal))
        {
            throw new KeyNotFoundException($"The dataset does not know the user '{user}'.");
        }

        DurationSpan span = _spans[ordinal];
        bool isWatched = span.HasRow && _plan.Definition.Inactivity is not null;
        return new()
        {
            User = user,
            Outcome = span.Outcome,
            Start = span.Outcome == DurationOutcome.NotStarted ? null : InstantOf(span.Start),
            Entered = span.HasRow && span.Entered > span.Start ? InstantOf(span.Entered) : null,
            Stop = span.HasRow ? InstantOf(span.Stop) : null,
            LastActivity = isWatched ? InstantOf(span.LastActivity) : null,
            Deadline = isWatched ? InstantOf(Math.Min(span.LastActivity + _plan.Definition.Inactivity!.Limit.Ticks, DateTimeOffset.MaxValue.UtcTicks)) : null,
            Time = span.HasRow ? _plan.TimeOf(span) : null,
            Cause = span.Outcome == DurationOutcome.Ended ? _plan.CauseOf(span) : null,
        };
    }

    /// <summary>Makes the survival table of the rows.</summary>
    internal SurvivalTable Table()
    {
        DurationSpan[] spans = [.. _rows.Select(ordinal => _spans[ordinal])];
        var columns = new DurationColumns(_plan.Definition, _plan.Data);
        return new(new()
        {
            Times = [.. spans.Select(span => _plan.TimeOf(span))],
            Events = [.. spans.Select(span => span.Outcome == DurationOutcome.Ended)],
            Entries = EntriesOf(spans),
            Causes = SurvivalLabels.Of([.. spans.Select(span => span.Outcome == DurationOutcome.Ended ? _plan.CauseOf(span) : null)]),
            Groups = columns.Groups(_rows),
            Strata = columns.Strata(_rows),
            Covariates = columns.Covariates(_rows),
        });
    }

    private static DateTimeOffset InstantOf(long utcTicks) => new(utcTicks, TimeSpan.Zero);

    // At risk from the start is an entry before it: one at 0 would not be at risk for an end at 0.
    private ImmutableArray<double> EntriesOf(DurationSpan[] spans) => spans.Any(span => span.Entered > span.Start)
        ? [.. spans.Select(span => span.Entered > span.Start ? _plan.TimeOf(span, span.Entered) : -1)]
        : default;
}
