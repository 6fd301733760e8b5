namespace UserOps.Models;

/// <summary>Events come into sight, enter the window of a node and leave it; a wait for an event ends.</summary>
/// <param name="events">The events.</param>
/// <param name="matches">The events the node looks at, one filter a step.</param>
/// <param name="window">The window of the node.</param>
/// <param name="waitTicks">For how long the node waits after an event of the first filter; null where it does not wait.</param>
/// <param name="context">The instant and the zone of the evaluation.</param>
internal sealed class EventClock(EventTable events, EventMatches[] matches, TimeWindow window, long? waitTicks, EvaluationContext context) : LeafClock
{
    private readonly TickRange _range = window.At(context);
    private readonly bool _turns = window is not (UnlimitedWindow or AbsoluteWindow);
    private readonly bool _looksBack = window.MayComeBack(context);
    private readonly long _asOf = context.AsOf.UtcTicks;

    internal static EventClock Of(EventRule rule, UserOpsDataset data, EvaluationContext context, RunOptions run, CancellationToken cancellationToken)
    {
        EventMatches[] matches = rule switch
        {
            CountingRule counting => [Matches(counting.Event, counting.Where)],
            EventSequence sequence => [.. sequence.Steps.Select(step => Matches(step.Event, step.Where)), .. sequence.Excluded.Select(name => Matches(name, null))],
            DidThenNot missed => [Matches(missed.First, missed.FirstWhere), Matches(missed.Then, missed.ThenWhere)],
            _ => [],
        };
        return new(data.Events, matches, rule.Window ?? TimeWindow.All, (rule as DidThenNot)?.Within.Ticks, context);

        EventMatches Matches(string name, SegmentRule? where)
            => EventMatches.Of(new EventFilter { Names = [name], Where = where }, data, context.Zone, "", run, cancellationToken);
    }

    internal override long NextOf(int user)
    {
        SeenRows seen = EventTests.SeenBy(user, events, _range, _asOf);
        int end = events.Offsets[user + 1];
        long next = long.MaxValue;

        // Later events come into sight, enter and leave after earlier ones, so the first of each kind is enough.
        for (int row = _turns ? Unsettled(user, seen) : seen.To; row < seen.To; row++)
        {
            if (IsLookedAt(row))
            {
                next = Math.Min(next, TurnAfter(row));
                if (row >= seen.From)
                {
                    break;
                }
            }
        }

        for (int row = _turns ? seen.To : seen.End; row < seen.End; row++)
        {
            if (IsLookedAt(row))
            {
                next = Math.Min(next, TurnAfter(row));
                break;
            }
        }

        for (int row = seen.End; row < end; row++)
        {
            if (IsLookedAt(row))
            {
                next = Math.Min(next, events.UtcTicks[row]);
                break;
            }
        }

        return Math.Min(next, EndOfWait(seen));
    }

    private long TurnAfter(int row) => window.TurnsOf(events.UtcTicks[row], context).NextAfter(_asOf);

    /// <summary>Gets the first event that is in the window, or has left it so lately that it may come back.</summary>
    private int Unsettled(int user, SeenRows seen)
    {
        const long Lately = 30 * TimeSpan.TicksPerDay;
        return _looksBack
            ? EventTableKernels.SeenEnd(events.UtcTicks, [], events.Offsets[user], seen.From, _range.From - Lately)
            : seen.From;
    }

    private long EndOfWait(SeenRows seen)
    {
        if (waitTicks is not { } wait)
        {
            return long.MaxValue;
        }

        int from = EventTableKernels.SeenEnd(events.UtcTicks, [], seen.From, seen.To, _asOf - wait);
        for (int row = from; row < seen.To; row++)
        {
            if (matches[0].Contains(events.CodeAt(row), row))
            {
                return events.UtcTicks[row] + wait;
            }
        }

        return long.MaxValue;
    }

    private bool IsLookedAt(int row)
    {
        int code = events.CodeAt(row);
        foreach (EventMatches filter in matches)
        {
            if (filter.Contains(code, row))
            {
                return true;
            }
        }

        return false;
    }
}
