using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>A definition of revenue per user compiled against one dataset.</summary>
internal sealed class RevenuePerUserPlan
{
    private readonly EventMatches _active;
    private readonly bool[] _codes; // whether events of a name say anything

    /// <exception cref="InvalidDefinitionException">A column is absent or of another kind, or the calendar ends too early.</exception>
    internal RevenuePerUserPlan(
        RevenuePerUserDefinition definition, UserOpsDataset data, EvaluationContext context, RunOptions? run, CancellationToken cancellationToken)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.CheckColumns(definition.Active, data, "/active", issues);
        RevenueRules.CheckColumns(definition.Revenue, data, "/revenue", issues);
        CategoryColumn? breakdown = RevenueRules.FindUserColumn(definition.Breakdown, data, "/breakdown", issues);
        Periods = RevenueTables.Of(context, definition.Unit, definition.FirstPeriod, definition.Periods, "/periods", issues);
        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        Definition = definition;
        Data = data;
        Context = context;
        Groups = new(breakdown, definition.Periods);
        Revenue = new(definition.Revenue, data, context.Zone, "/revenue", run, cancellationToken);
        _active = EventMatches.Of(definition.Active, data, context.Zone, "/active", run, cancellationToken);
        _codes = [.. Revenue.Codes.Select((counts, code) => counts || _active.Codes[code])];
    }

    internal RevenuePerUserDefinition Definition { get; }

    internal UserOpsDataset Data { get; }

    internal EvaluationContext Context { get; }

    internal PeriodTable Periods { get; }

    internal RevenueRows Revenue { get; }

    internal UserGroups Groups { get; }

    internal ImmutableArray<string> UnknownEvents
        => [.. _active.UnknownNames.Union(Revenue.UnknownNames, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    internal RevenuePerUserTally Count(RunOptions? run, CancellationToken cancellationToken)
        => UserRange.Sum(
            Data.Events.Offsets,
            run,
            () => new RevenuePerUserTally(Groups.Count * Periods.Count),
            (users, tally) => Walk(users, (user, period, state) => tally.Add(Groups.Of(user) * Periods.Count + period, state)),
            (all, tally) => all.Add(tally),
            cancellationToken);

    /// <summary>Tells of every user of a range and every period with an event that says anything.</summary>
    internal void Walk(UserRange users, Action<int, int, RevenuePerUserState> tell)
    {
        EventTable events = Data.Events;
        var cursor = new PeriodTableCursor(Periods);
        for (int user = users.From; user < users.To; user++)
        {
            int from = events.Offsets[user];
            int to = events.SeenEnd(from, events.Offsets[user + 1], Context.AsOf.UtcTicks);
            WalkUser(user, from, to, ref cursor, tell);
        }
    }

    private void WalkUser(int user, int from, int to, ref PeriodTableCursor cursor, Action<int, int, RevenuePerUserState> tell)
    {
        EventTable events = Data.Events;
        int period = -1;
        RevenuePerUserState state = default;
        for (int row = from; row < to; row++)
        {
            int code = events.CodeAt(row);
            if (!_codes[code])
            {
                continue;
            }

            int here = cursor.NumberOf(events.UtcTicks[row]);
            if (here != period)
            {
                Tell(user, period, state, tell); // a user's instants ascend, so a period that was left does not come back
                (period, state) = (here, default);
            }

            state.IsActive |= _active.Contains(code, row);
            state.IsPaying |= Revenue.Add(row, ref state.Sum);
        }

        Tell(user, period, state, tell);
    }

    private void Tell(int user, int period, in RevenuePerUserState state, Action<int, int, RevenuePerUserState> tell)
    {
        if ((uint)period < (uint)Periods.Count && (state.IsActive || !state.Sum.IsEmpty))
        {
            tell(user, period, state);
        }
    }
}
