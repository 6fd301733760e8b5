using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Explains a node about events: the answer of its judge, the number it made, the events it made it of, and until when.</summary>
internal static class EventLeaf
{
    /// <param name="user">The user.</param>
    /// <param name="rule">The node.</param>
    /// <param name="leaf">The node without its answer.</param>
    internal static SegmentExplanation Explain(OneUser user, EventRule rule, SegmentExplanation leaf)
    {
        EventJudge judge = user.JudgeOf(rule);
        SeenRows rows = user.Seen(rule.Window);
        leaf = leaf with { Answer = SegmentExplainer.AnswerOf(judge.Judge(rows)) };
        return (rule, judge) switch
        {
            (CountingRule counting, _) => Counted(user, counting, judge, rows, leaf),
            (EventSequence sequence, SequenceJudge chosen) => WithEvidence(user, sequence, [.. chosen.ChoiceAmong(rows)], leaf),
            (DidThenNot missed, DidThenNotJudge { Decided: >= 0 and var row }) => Missed(user, missed, row, leaf),
            _ => leaf,
        };
    }

    private static SegmentExplanation Counted(OneUser user, CountingRule rule, EventJudge judge, SeenRows rows, SegmentExplanation leaf)
    {
        ActualValue? made = judge.MadeOf(rows);
        (Comparison comparison, decimal limit) = rule switch
        {
            EventCount count => (count.Comparison, count.Count),
            EventAggregate aggregate => (aggregate.Comparison, aggregate.Value),
            _ => (Comparison.EqualTo, 0),
        };
        bool isCount = rule is not EventAggregate { Aggregation: not (EventAggregation.Distinct or EventAggregation.DistinctDays) };
        return WithEvidence(user, rule, RowsOf(user, rule, rows), leaf) with
        {
            Actual = made,
            Compared = [judge is NumbersJudge ? new() { Measured = Threshold.NearestDouble(limit) } : new() { Number = limit }],
            Distance = isCount ? LimitDistance.OfCount(made!.Number!.Value, comparison, limit) : LimitDistance.OfNumber(made, comparison, limit),
        };
    }

    /// <summary>Finds the events that were counted; for a property those that have it.</summary>
    private static List<int> RowsOf(OneUser user, CountingRule rule, SeenRows rows)
    {
        var filter = new EventFilter { Names = [rule.Event], Where = rule.Where };
        EventTable events = user.Data.Events;
        EventMatches matches = EventMatches.Of(filter, user.Data, user.Context.Zone, "");
        Column? property = (rule as EventAggregate)?.Property is { } name && events.Columns.TryGet(name, out Column? column) ? column : null;
        var found = new List<int>();
        for (int row = rows.From; row < rows.To; row++)
        {
            if (matches.Contains(events.CodeAt(row), row) && property?.IsMissing(row) != true)
            {
                found.Add(row);
            }
        }

        return found;
    }

    private static SegmentExplanation Missed(OneUser user, DidThenNot rule, int row, SegmentExplanation leaf)
    {
        SegmentExplanation explained = WithEvidence(user, rule, [row], leaf);
        if (leaf.Answer == RuleAnswer.True)
        {
            return explained;
        }

        long over = user.Data.Events.UtcTicks[row] + rule.Within.Ticks;
        DateTimeOffset? wait = over < OffsetTimeline.EndOfTime ? new DateTimeOffset(over, TimeSpan.Zero) : null;
        return explained with { Until = wait is null || explained.Until < wait ? explained.Until : wait };
    }

    private static SegmentExplanation WithEvidence(OneUser user, EventRule rule, IEnumerable<int> rows, SegmentExplanation leaf)
    {
        EventTable events = user.Data.Events;
        ImmutableArray<RuleEvidence> evidence =
            [.. rows.Select(row => new RuleEvidence(user.FirstEvent + row, new DateTimeOffset(events.UtcTicks[row], TimeSpan.Zero), events.NameAt(row)))];
        return leaf with
        {
            Evidence = evidence,
            Until = evidence.IsEmpty ? null : WindowChange.Of(rule.Window ?? TimeWindow.All, evidence[0].Instant.UtcTicks, user.Context),
        };
    }
}
