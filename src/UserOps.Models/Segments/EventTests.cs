using System.Diagnostics;
using System.Numerics;

namespace UserOps.Models;

/// <summary>Binds an event node to the users of a dataset: every user is judged once, and the answers are kept as bits.</summary>
internal static class EventTests
{
    // Whole words of users, so that no two threads write into one word; few enough for a heavy user to delay nobody.
    private const int WordsPerPart = 16;

    /// <param name="rule">The node; its columns exist and fit, see <see cref="RuleFields"/>.</param>
    /// <param name="data">The users and their events.</param>
    /// <param name="context">The instant and the zone of the evaluation.</param>
    /// <param name="among">Who is judged: shape [ceil(users / 64)]; the answer is clear for everyone else.</param>
    /// <param name="run">Threads.</param>
    /// <param name="progress">Told of the users that are done.</param>
    /// <param name="cancellationToken">Looked at once per thousand users.</param>
    internal static UserTruth Of(
        EventRule rule,
        UserOpsDataset data,
        EvaluationContext context,
        ulong[] among,
        RunOptions run,
        PassProgress progress,
        CancellationToken cancellationToken)
    {
        if (!among.AsSpan().ContainsAnyExcept(0UL))
        {
            progress.Advance(data.Directory.Count);
            return new UserTruth(among, among); // nobody is left open, so no test of events has to be evaluated either
        }

        Func<EventJudge> newJudge = Judges(rule, data, context, run, cancellationToken);
        TickRange window = (rule.Window ?? TimeWindow.All).At(context);
        var isTrue = new ulong[among.Length];
        ulong[] isPossible = RuleFolding.CanBeUnknown(rule) ? new ulong[among.Length] : isTrue;
        int parts = (among.Length + WordsPerPart - 1) / WordsPerPart;
        new Workers(run.Threads, cancellationToken).ForEach(parts, newJudge, (part, judge) =>
        {
            int end = Math.Min((part + 1) * WordsPerPart, among.Length);
            for (int word = part * WordsPerPart; word < end; word++)
            {
                for (ulong left = among[word]; left != 0; left &= left - 1)
                {
                    int user = (word << 6) + BitOperations.TrailingZeroCount(left);
                    bool? answer = judge.Judge(SeenBy(user, data.Events, window, context.AsOf.UtcTicks));
                    isPossible[word] |= RowKernels.Bit(answer != false) << user;
                    isTrue[word] |= RowKernels.Bit(answer == true) << user;
                }
            }

            progress.Advance(Math.Min(end << 6, data.Directory.Count) - (part * WordsPerPart << 6));
        });
        return new UserTruth(isTrue, isPossible);
    }

    /// <summary>Finds the events of a user that are seen.</summary>
    internal static SeenRows SeenBy(int user, EventTable events, TickRange window, long asOfTicks)
    {
        int first = events.Offsets[user];
        int end = events.SeenEnd(first, events.Offsets[user + 1], asOfTicks);
        int from = window.From <= events.FirstTicks ? first : events.SeenEnd(first, end, window.From - 1);
        return new SeenRows(from, events.SeenEnd(from, end, window.To - 1), end);
    }

    /// <summary>Makes what judges one user at a time; each thread takes its own.</summary>
    internal static Func<EventJudge> Judges(
        EventRule rule, UserOpsDataset data, EvaluationContext context, RunOptions run, CancellationToken cancellationToken)
    {
        EventTable events = data.Events;
        return rule switch
        {
            EventCount count when Matches(count.Event, count.Where) is var matches
                => () => new CountJudge(new(events, matches), count.Comparison, count.Count),
            DidNot never when Matches(never.Event, never.Where) is var matches
                => () => new CountJudge(new(events, matches), Comparison.EqualTo, 0),
            EventAggregate aggregate => AggregateJudges.Of(aggregate, data, new(events, Matches(aggregate.Event, aggregate.Where)), context),
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
