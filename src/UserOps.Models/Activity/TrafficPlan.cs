namespace UserOps.Models.Activity;

/// <summary>A traffic definition compiled against one dataset.</summary>
internal sealed class TrafficPlan
{
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent or of another kind.</exception>
    internal TrafficPlan(TrafficDefinition definition, UserOpsDataset data, EvaluationContext context, RunOptions? run, CancellationToken cancellationToken)
    {
        var issues = SessionRules.CheckColumns(definition.Visits, data, "/visits").ToBuilder();
        Source = definition.Source is { } source ? EventCategory.Find(data, source, "/source", issues) : null;
        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        Definition = definition;
        Context = context;
        Sessions = new(definition.Visits, data, context, "/visits", run, cancellationToken);
        Calendar = new(definition, Sessions.Calendar);
    }

    internal TrafficDefinition Definition { get; }

    internal EvaluationContext Context { get; }

    internal SessionPlan Sessions { get; }

    internal TrafficCalendar Calendar { get; }

    internal EventCategory? Source { get; }

    /// <summary>Counts the traffic of all users.</summary>
    internal TrafficTally Count(RunOptions? run, CancellationToken cancellationToken)
        => UserRange.Sum(
            Sessions.Data.Events.Offsets, run, () => new TrafficTally(Calendar.Periods.Length), AddTo, (all, tally) => all.Add(tally), cancellationToken);

    private void AddTo(UserRange range, TrafficTally tally)
    {
        SessionWalk walk = Sessions.NewWalk();
        ReadOnlySpan<int> offsets = Sessions.Data.Events.Offsets;
        int[] scratch = [];
        for (int user = range.From; user < range.To; user++)
        {
            int from = offsets[user];
            int to = Sessions.SeenEnd(user);
            tally.EventsAfterAsOf += offsets[user + 1] - to;
            if (scratch.Length < to - from)
            {
                scratch = new int[Math.Max(to - from, 2 * scratch.Length)]; // one for all users of the range, as large as the busiest
            }

            Span<int> indices = scratch.AsSpan(0, to - from);
            Sessions.Number(from, to, ref walk, indices);
            tally.AddViews(this, from, to);
            tally.AddVisits(this, from, indices, walk.IsOpenAfter(Context.AsOf.UtcTicks));
        }
    }

    /// <summary>Gets where a visit came from, by code: the value of its first view; -1 for a missing one.</summary>
    /// <remarks>Views at the instant of the first all count as first: of their values the ordinally smallest decides, and a missing one yields.</remarks>
    internal int SourceOf(in SessionSpan visit)
    {
        ReadOnlySpan<long> utcTicks = Sessions.Data.Events.UtcTicks;
        int code = -1;
        for (int i = visit.First; i < visit.EndRow && utcTicks[i] == visit.Start; i++)
        {
            if (Sessions.RoleAt(i) == SessionRole.Event)
            {
                code = Source!.Smaller(code, Source.CodeAt(i));
            }
        }

        return code;
    }
}
