using System.Diagnostics;

namespace UserOps.Models;

/// <summary>Binds an event node to the users of a dataset: every user is judged once, and the answers are kept as bits.</summary>
internal static class EventTests
{
    // Whole words of users, so that no two threads write into one word; few enough for a heavy user to delay nobody.
    private const int UsersPerPart = 1 << 10;

    /// <param name="rule">The node; its columns exist and fit, see <see cref="RuleFields"/>.</param>
    /// <param name="data">The users and their events.</param>
    /// <param name="context">The instant and the zone of the evaluation.</param>
    /// <param name="run">Threads.</param>
    /// <param name="cancellationToken">Looked at once per thousand users.</param>
    internal static RowTest Of(EventRule rule, UserOpsDataset data, EvaluationContext context, RunOptions? run, CancellationToken cancellationToken)
    {
        Func<EventJudge> newJudge = Judges(rule, data, context, run, cancellationToken);
        TickRange window = (rule.Window ?? TimeWindow.All).At(context);
        int words = BitKernels.WordsFor(data.Directory.Count);
        var isTrue = new ulong[words];
        var isKnown = new ulong[words];
        var workers = new Workers((run ?? new RunOptions()).Threads, cancellationToken);
        int parts = (data.Directory.Count + UsersPerPart - 1) / UsersPerPart;
        workers.ForEach(parts, newJudge, (part, judge) =>
        {
            int end = Math.Min((part + 1) * UsersPerPart, data.Directory.Count);
            for (int user = part * UsersPerPart; user < end; user++)
            {
                bool? answer = judge.Judge(SeenBy(user, data.Events, window, context.AsOf.UtcTicks));
                isTrue[user >> 6] |= RowKernels.Bit(answer == true) << user;
                isKnown[user >> 6] |= RowKernels.Bit(answer is not null) << user;
            }
        });
        bool allKnown = BitKernels.Count(isKnown) == data.Directory.Count;
        return new RowTest(new JudgedBits(isTrue), false, allKnown ? [] : [new StoredBits(isKnown)]);
    }

    /// <summary>Finds the events of a user that are seen.</summary>
    internal static SeenRows SeenBy(int user, EventTable events, TickRange window, long asOfTicks)
    {
        int first = events.Offsets[user];
        int end = events.SeenEnd(first, events.Offsets[user + 1], asOfTicks);
        int from = window.From <= events.FirstTicks ? first : events.SeenEnd(first, end, window.From - 1);
        return new SeenRows(from, events.SeenEnd(from, end, window.To - 1), end);
    }

    private static Func<EventJudge> Judges(
        EventRule rule, UserOpsDataset data, EvaluationContext context, RunOptions? run, CancellationToken cancellationToken)
    {
        EventTable events = data.Events;
        return rule switch
        {
            EventCount count when Matches(count.Event, count.Where) is var matches
                => () => new CountJudge(events, matches, count.Comparison, count.Count),
            DidNot never when Matches(never.Event, never.Where) is var matches
                => () => new CountJudge(events, matches, Comparison.EqualTo, 0),
            EventAggregate aggregate => AggregateJudges.Of(aggregate, data, Matches(aggregate.Event, aggregate.Where), context),
            EventSequence sequence when sequence.Steps.Select(step => Matches(step.Event, step.Where)).ToArray() is var steps
                => () => new SequenceJudge(events, steps, sequence),
            DidThenNot missed when (Matches(missed.First, missed.FirstWhere), Matches(missed.Then, missed.ThenWhere)) is var (first, then)
                => () => new DidThenNotJudge(events, first, then, missed.Within.Ticks, context.AsOf.UtcTicks),
            _ => throw new UnreachableException($"{rule.GetType().Name} was to be refused."),
        };

        EventMatches Matches(string name, SegmentRule? where)
            => EventMatches.Of(new EventFilter { Names = [name], Where = where }, data, context.Zone, "", run, cancellationToken);
    }
}

/// <summary>Answers of users; clear where the answer is unknown.</summary>
internal sealed class JudgedBits(ulong[] words) : ResidentBits
{
    internal override bool IsClearWhereMissing => true;

    internal override ReadOnlySpan<ulong> Words => words;
}
