using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Says by when the answer of some rules can change for a user although nothing happens: windows move on, waits end, anniversaries come.</summary>
/// <remarks>
/// An instant it gives is never after the next change, so that who is asked again then, and not before, is asked in time. It may be before:
/// a change in one node need not change the rule.
/// </remarks>
internal sealed class ChangeClock
{
    private const int UsersPerPart = 1 << 10;

    private readonly UserOpsDataset _data;
    private readonly ImmutableArray<LeafClock> _leaves;

    private ChangeClock(UserOpsDataset data, ImmutableArray<LeafClock> leaves)
    {
        _data = data;
        _leaves = leaves;
    }

    /// <param name="rules">The rule and those it leads to; their columns exist and fit.</param>
    /// <param name="data">The users and their events.</param>
    /// <param name="context">The instant and the zone of the evaluation.</param>
    /// <param name="run">Threads.</param>
    /// <param name="cancellationToken">Looked at while tests of events are evaluated.</param>
    internal static ChangeClock Of(
        IEnumerable<SegmentRule> rules, UserOpsDataset data, EvaluationContext context, RunOptions run, CancellationToken cancellationToken)
    {
        IEnumerable<LeafClock?> clocks = rules.SelectMany(RuleTree.Leaves).Distinct().Select(leaf => leaf switch
        {
            InWindow window => new WindowClock(window, ColumnOf(window), context),
            Anniversary anniversary => RecurringClock.Of(anniversary, (DateColumn)ColumnOf(anniversary), context),
            MonthlyDay monthly => RecurringClock.Of(monthly, ColumnOf(monthly), context),
            EventRule events => EventClock.Of(events, data, context, run, cancellationToken),
            _ => (LeafClock?)null,
        });
        return new(data, [.. clocks.OfType<LeafClock>()]);

        Column ColumnOf(FieldRule rule) => data.Users.Columns.TryGet(rule.Field, out Column? column)
            ? column
            : throw new InvalidOperationException($"Column '{rule.Field}' was to be checked before.");
    }

    /// <summary>Gets for every user by when to ask again, in UTC ticks; the greatest number for users whose answer stays.</summary>
    internal long[] NextOfAll(Workers workers)
    {
        var next = new long[_data.Directory.Count];
        workers.ForEachRange(next.Length, UsersPerPart, (from, to) =>
        {
            for (int user = from; user < to; user++)
            {
                next[user] = NextOf(user);
            }
        });
        return next;
    }

    private long NextOf(int user)
    {
        long next = long.MaxValue;
        foreach (LeafClock leaf in _leaves)
        {
            next = Math.Min(next, leaf.NextOf(user));
        }

        return next;
    }
}

/// <summary>Says by when the answer of one node can change for a user although nothing happens.</summary>
internal abstract class LeafClock
{
    /// <returns>UTC ticks after the instant of the evaluation; the greatest number where nothing changes any more.</returns>
    internal abstract long NextOf(int user);
}

/// <summary>An attribute enters its window, and leaves it.</summary>
internal sealed class WindowClock(InWindow rule, Column column, EvaluationContext context) : LeafClock
{
    private readonly ReportingCalendar _calendar = ReportingCalendar.Of(context);

    internal override long NextOf(int user) => column.IsMissing(user)
        ? long.MaxValue
        : rule.Window.TurnsOf(TicksOf(user), context).NextAfter(context.AsOf.UtcTicks);

    private long TicksOf(int user) => column is InstantColumn instants ? instants.UtcTicks[user] : _calendar.DayStartTicks(((DateColumn)column).DayNumbers[user]);
}
