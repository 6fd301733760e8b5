using System.Collections.Immutable;
using System.Diagnostics;

namespace UserOps.Models.Value;

/// <summary>What users add up to, in one cell for each group and period.</summary>
internal sealed class RevenuePerUserTally(int cells)
{
    private readonly RevenuePerUserCell[] _cells = new RevenuePerUserCell[cells];

    internal void Add(int cell, in RevenuePerUserState state)
    {
        ref RevenuePerUserCell here = ref _cells[cell];
        here.Active += state.IsActive || state.IsPaying ? 1 : 0;
        here.Paying += state.IsPaying ? 1 : 0;
        here.ActiveByPaying += state.IsPaying && !state.IsActive ? 1 : 0;
        here.Sum.Add(state.Sum);
    }

    internal void Add(RevenuePerUserTally other)
    {
        for (int cell = 0; cell < _cells.Length; cell++)
        {
            _cells[cell].Add(other._cells[cell]);
        }
    }

    internal RevenuePerUserSummary ToSummary(RevenuePerUserPlan plan) => new()
    {
        Definition = plan.Definition,
        Context = plan.Context,
        Periods = Rows(plan, Whole(plan)),
        Breakdown = plan.Groups.IsBrokenDown ? [.. plan.Groups.Ordered().Where(group => HasAnything(plan, group)).Select(group => Row(plan, group))] : [],
        EventsAfterAsOf = plan.Data.Events.CountAfter(plan.Context.AsOf.UtcTicks),
        UnknownEvents = plan.UnknownEvents,
    };

    private RevenuePerUserCell[] Whole(RevenuePerUserPlan plan)
    {
        var whole = new RevenuePerUserCell[plan.Periods.Count];
        for (int cell = 0; cell < _cells.Length; cell++)
        {
            whole[cell % whole.Length].Add(_cells[cell]);
        }

        return whole;
    }

    private bool HasAnything(RevenuePerUserPlan plan, int group) => Array.Exists(CellsOf(plan, group), cell => cell.Active > 0 || !cell.Sum.IsEmpty);

    private RevenuePerUserCell[] CellsOf(RevenuePerUserPlan plan, int group) => _cells[(group * plan.Periods.Count)..((group + 1) * plan.Periods.Count)];

    private RevenuePerUserRow Row(RevenuePerUserPlan plan, int group) => new() { Value = plan.Groups.NameOf(group), Periods = Rows(plan, CellsOf(plan, group)) };

    private static ImmutableArray<RevenuePerUserPeriod> Rows(RevenuePerUserPlan plan, RevenuePerUserCell[] cells)
    {
        int complete = plan.Periods.CompleteAt(plan.Context.AsOf);
        return [.. cells.Select((cell, period) => new RevenuePerUserPeriod
        {
            Start = plan.Periods[period].Start,
            FirstDay = plan.Periods[period].FirstDay,
            IsComplete = period < complete,
            Users = new(
                plan.Revenue.RevenueOf(cell.Sum), cell.Active, cell.Paying, NameOf(plan.Definition.Unit, plan.Periods[period]), plan.Definition.Revenue.Amount.Currency, plan.Revenue.CostOf(cell.Sum)),
            ActiveByPaying = cell.ActiveByPaying,
            RevenueEvents = cell.Sum.Events,
            EventsWithoutAmount = cell.Sum.WithoutAmount,
        })];
    }

    // A month is not named by "month": the numbers of two of them are not of one period.
    private static string NameOf(CalendarUnit unit, CalendarPeriod period) => unit switch
    {
        CalendarUnit.Hour => RevenueRules.Text($"hour {period.Start:yyyy-MM-ddTHH:mmzzz}"),
        CalendarUnit.Day => RevenueRules.Text($"day {period.FirstDay:yyyy-MM-dd}"),
        CalendarUnit.Week => RevenueRules.Text($"week {period.FirstDay:yyyy-MM-dd}"),
        CalendarUnit.Month => RevenueRules.Text($"month {period.FirstDay:yyyy-MM}"),
        _ => throw new UnreachableException(),
    };

    private struct RevenuePerUserCell
    {
        internal long Active;
        internal long Paying;
        internal long ActiveByPaying;
        internal RevenueSum Sum;

        internal void Add(in RevenuePerUserCell other)
        {
            Active += other.Active;
            Paying += other.Paying;
            ActiveByPaying += other.ActiveByPaying;
            Sum.Add(other.Sum);
        }
    }
}
