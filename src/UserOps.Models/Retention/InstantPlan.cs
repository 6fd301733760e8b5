using System.Collections.Immutable;

namespace UserOps.Models.Retention;

/// <summary>Goes through the events of users: for rolling periods, hours, breakdowns and the first event ever.</summary>
internal sealed class InstantPlan : RetentionPlan
{
    private readonly EventCategory? _breakdown;

    internal InstantPlan(RetentionGrid grid, UserOpsDataset data, EventCategory? breakdown, RunOptions? run, CancellationToken cancellationToken)
        : base(grid, data, run, cancellationToken)
    {
        _breakdown = breakdown;
    }

    internal override ReadOnlySpan<int> Offsets => Data.Events.Offsets;

    internal override ImmutableArray<string> Values => _breakdown?.Values ?? [];

    internal override void Walk(UserRange users, IRetentionSink sink)
    {
        var memory = new RetentionMemory(Grid, new ulong[RetentionMemory.WordsFor(Grid)]);
        var instants = new UserInstants(Events);
        var rows = new ValueRows(Events, _breakdown);
        EventTable events = Data.Events;
        for (int user = users.From; user < users.To; user++)
        {
            int from = events.Offsets[user];
            int to = events.SeenEnd(from, events.Offsets[user + 1], Grid.Context.AsOf.UtcTicks);
            instants.Clear();
            for (int row = from; row < to; row++)
            {
                instants.Add(row);
            }

            Tell(user, IRetentionSink.AnyValue, instants, memory, sink);
            if (_breakdown is not null && instants.HasStart)
            {
                TellByValue(user, rows.Sorted(from, to), instants, memory, sink);
            }
        }
    }

    private void TellByValue(int user, ReadOnlySpan<ValueRow> rows, UserInstants instants, RetentionMemory memory, IRetentionSink sink)
    {
        for (int from = 0, to; from < rows.Length; from = to)
        {
            int value = rows[from].Value;
            instants.Clear();
            for (to = from; to < rows.Length && rows[to].Value == value; to++)
            {
                instants.Add(rows[to].Row);
            }

            Tell(user, value, instants, memory, sink);
        }
    }

    private void Tell(int user, int value, UserInstants instants, RetentionMemory memory, IRetentionSink sink)
    {
        var walk = new InstantWalk(Grid, instants.Starts, instants.Returns);
        while (walk.MoveNext(memory))
        {
            sink.Add(user, value, walk.Cohort, memory.Columns);
        }
    }
}
