using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>What users add up to: for each group a table of cohorts and ages, and what is outside of all of them.</summary>
internal sealed class CohortLifetimeValueTally(int groups, int cohorts, int periods)
{
    private readonly long[] _sizes = new long[groups * cohorts];
    private readonly RevenueSum[] _cells = new RevenueSum[groups * cohorts * periods];
    private RevenueSum _outside;

    /// <summary>Gets what is in no cell.</summary>
    internal RevenueSum Outside => _outside;

    internal void AddMember(int group, int cohort) => _sizes[group * cohorts + cohort]++;

    /// <summary>Gets the cell of an age; what is in no cohort, or too old, is outside.</summary>
    internal ref RevenueSum CellOf(int group, int cohort, int age)
    {
        if (cohort < 0 || (uint)age >= (uint)periods)
        {
            return ref _outside;
        }

        return ref _cells[(group * cohorts + cohort) * periods + age];
    }

    /// <summary>Gets the margin at each age; null while its period is not over.</summary>
    internal ImmutableArray<decimal?> MarginOf(CohortLifetimeValuePlan plan, int group, int cohort)
        => [.. Enumerable.Range(0, periods).Select(age => cohort + age < plan.Complete ? plan.Revenue.MarginOf(CellOf(group, cohort, age)) : (decimal?)null)];

    internal void Add(CohortLifetimeValueTally other)
    {
        for (int i = 0; i < _sizes.Length; i++)
        {
            _sizes[i] += other._sizes[i];
        }

        for (int i = 0; i < _cells.Length; i++)
        {
            _cells[i].Add(other._cells[i]);
        }

        _outside.Add(other._outside);
    }

    internal CohortLifetimeValueSummary ToSummary(CohortLifetimeValuePlan plan)
    {
        CohortLifetimeValueTally whole = Whole();
        (long over, long open) = whole.CountEvents(plan);
        return new()
        {
            Definition = plan.Definition,
            Context = plan.Context,
            Cohorts = whole.Rows(plan, 0),
            Breakdown = plan.Groups.IsBrokenDown
                ? [.. plan.Groups.Ordered().Where(HasMember).Select(group => new CohortLifetimeValueRow { Value = plan.Groups.NameOf(group), Cohorts = Rows(plan, group) })]
                : [],
            RevenueEvents = over,
            EventsInOpenPeriods = open,
            EventsOutside = _outside.Events,
            EventsWithoutAmount = _outside.WithoutAmount + whole._cells.Sum(cell => cell.WithoutAmount),
            EventsAfterAsOf = plan.Data.Events.CountAfter(plan.Context.AsOf.UtcTicks),
            UnknownEvents = plan.UnknownEvents,
        };
    }

    private bool HasMember(int group) => Array.Exists(_sizes[(group * cohorts)..((group + 1) * cohorts)], size => size > 0);

    private CohortLifetimeValueTally Whole()
    {
        var whole = new CohortLifetimeValueTally(1, cohorts, periods);
        for (int i = 0; i < _sizes.Length; i++)
        {
            whole._sizes[i % cohorts] += _sizes[i];
        }

        for (int i = 0; i < _cells.Length; i++)
        {
            whole._cells[i % (cohorts * periods)].Add(_cells[i]);
        }

        return whole;
    }

    private (long Over, long Open) CountEvents(CohortLifetimeValuePlan plan)
    {
        (long over, long open) = (0, 0);
        for (int i = 0; i < _cells.Length; i++)
        {
            bool isOver = i / periods + i % periods < plan.Complete;
            over += isOver ? _cells[i].Events : 0;
            open += isOver ? 0 : _cells[i].Events;
        }

        return (over, open);
    }

    private ImmutableArray<LifetimeValueCohort> Rows(CohortLifetimeValuePlan plan, int group)
        => [.. Enumerable.Range(0, cohorts).Select(cohort => new LifetimeValueCohort
        {
            Start = plan.Periods[cohort].Start,
            FirstDay = plan.Periods[cohort].FirstDay,
            Size = _sizes[group * cohorts + cohort],
            Margin = MarginOf(plan, group, cohort),
        })];
}
