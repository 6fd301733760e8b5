using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>A definition of lifetime value by cohort compiled against one dataset.</summary>
internal sealed class CohortLifetimeValuePlan
{
    private readonly EventMatches _acquisition;
    private readonly bool[] _revenueCodes;

    /// <exception cref="InvalidDefinitionException">A column is absent or of another kind, or the calendar ends too early.</exception>
    internal CohortLifetimeValuePlan(
        CohortLifetimeValueDefinition definition, UserOpsDataset data, EvaluationContext context, RunOptions? run, CancellationToken cancellationToken)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.CheckColumns(definition.Acquisition, data, "/acquisition", issues);
        RevenueRules.CheckColumns(definition.Revenue, data, "/revenue", issues);
        CategoryColumn? breakdown = RevenueRules.FindUserColumn(definition.Breakdown, data, "/breakdown", issues);
        Periods = RevenueTables.Of(context, definition.Unit, definition.FirstCohort, definition.Cohorts + definition.Periods - 1, "/cohorts", issues);
        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        Definition = definition;
        Data = data;
        Context = context;
        Complete = Periods.CompleteAt(context.AsOf);
        Groups = new(breakdown, (long)definition.Cohorts * definition.Periods);
        Revenue = new(definition.Revenue, data, context.Zone, "/revenue", run, cancellationToken);
        _revenueCodes = Revenue.Codes;
        _acquisition = EventMatches.Of(definition.Acquisition, data, context.Zone, "/acquisition", run, cancellationToken);
    }

    internal CohortLifetimeValueDefinition Definition { get; }

    internal UserOpsDataset Data { get; }

    internal EvaluationContext Context { get; }

    /// <summary>Gets the cohorts, and the periods after the last of them as far as it is followed.</summary>
    internal PeriodTable Periods { get; }

    /// <summary>Gets how many of the periods are over at 'as of'.</summary>
    internal int Complete { get; }

    internal RevenueRows Revenue { get; }

    internal UserGroups Groups { get; }

    internal ImmutableArray<string> UnknownEvents
        => [.. _acquisition.UnknownNames.Union(Revenue.UnknownNames, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    internal CohortLifetimeValueTally Count(RunOptions? run, CancellationToken cancellationToken)
        => UserRange.Sum(
            Data.Events.Offsets,
            run,
            () => new CohortLifetimeValueTally(Groups.Count, Definition.Cohorts, Definition.Periods),
            AddTo,
            (all, tally) => all.Add(tally),
            cancellationToken);

    /// <summary>Gets the row of a user's first acquisition event, and the cohort it puts the user into; -1 for none.</summary>
    internal (int Row, int Cohort) CohortOf(int user)
    {
        EventTable events = Data.Events;
        int from = events.Offsets[user];
        int to = events.SeenEnd(from, events.Offsets[user + 1], Context.AsOf.UtcTicks);
        int first = FirstAcquisition(from, to);
        int cohort = first < to ? Periods.IndexOf(events.UtcTicks[first]) : -1;
        return cohort < Definition.Cohorts ? (first, cohort) : (first, -1);
    }

    /// <summary>Places one user.</summary>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    internal LifetimeValueExplanation Explain(UserId id)
    {
        if (!Data.Directory.TryGetOrdinal(id, out int user))
        {
            throw new KeyNotFoundException($"The dataset has no user '{id}'.");
        }

        EventTable events = Data.Events;
        int from = events.Offsets[user];
        int to = events.SeenEnd(from, events.Offsets[user + 1], Context.AsOf.UtcTicks);
        (int first, int cohort) = CohortOf(user);
        var cursor = new PeriodTableCursor(Periods);
        var tally = new CohortLifetimeValueTally(1, Definition.Cohorts, Definition.Periods);
        AddUser(0, cohort, from, to, first, ref cursor, tally);
        return new()
        {
            User = id,
            AcquiredAt = first < to ? new(events.UtcTicks[first], TimeSpan.Zero) : null,
            AcquiredBy = first < to ? events.NameAt(first) : null,
            Cohort = cohort >= 0 ? cohort : null,
            Margin = cohort >= 0 ? tally.MarginOf(this, 0, cohort) : [],
            EventsOutside = tally.Outside.Events,
        };
    }

    private void AddTo(UserRange users, CohortLifetimeValueTally tally)
    {
        EventTable events = Data.Events;
        var cursor = new PeriodTableCursor(Periods);
        for (int user = users.From; user < users.To; user++)
        {
            int from = events.Offsets[user];
            int to = events.SeenEnd(from, events.Offsets[user + 1], Context.AsOf.UtcTicks);
            int first = FirstAcquisition(from, to);
            int cohort = first < to ? cursor.NumberOf(events.UtcTicks[first]) : -1;
            AddUser(Groups.Of(user), cohort < Definition.Cohorts ? cohort : -1, from, to, first, ref cursor, tally);
        }
    }

    private void AddUser(int group, int cohort, int from, int to, int first, ref PeriodTableCursor cursor, CohortLifetimeValueTally tally)
    {
        EventTable events = Data.Events;
        if (cohort >= 0)
        {
            tally.AddMember(group, cohort);
        }

        for (int row = from; row < to; row++)
        {
            if (!_revenueCodes[events.CodeAt(row)])
            {
                continue;
            }

            long ticks = events.UtcTicks[row];
            bool isSince = cohort >= 0 && (row >= first || ticks == events.UtcTicks[first]); // neither of two events at one instant is before the other
            int age = isSince ? cursor.NumberOf(ticks) - cohort : Definition.Periods;
            Revenue.Add(row, ref tally.CellOf(group, cohort, age));
        }
    }

    private int FirstAcquisition(int from, int to)
    {
        EventTable events = Data.Events;
        int row = from;
        while (row < to && !_acquisition.Contains(events.CodeAt(row), row))
        {
            row++;
        }

        return row;
    }
}
