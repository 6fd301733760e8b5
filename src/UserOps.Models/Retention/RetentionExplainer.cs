using System.Collections.Immutable;

namespace UserOps.Models.Retention;

/// <summary>Looks at one user again, event by event, to say why they are where the table counts them.</summary>
internal sealed class RetentionExplainer
{
    private readonly RetentionGrid _grid;
    private readonly EventTable _table;
    private readonly RetentionEvents _events;
    private readonly int[] _named;
    private readonly int[] _starts;
    private readonly PeriodReturns _returns;

    private RetentionExplainer(RetentionPlan plan, int ordinal)
    {
        _grid = plan.Grid;
        _table = plan.Data.Events;
        _events = plan.Events;
        int from = _table.Offsets[ordinal];
        int to = _table.SeenEnd(from, _table.Offsets[ordinal + 1], _grid.Context.AsOf.UtcTicks);
        int[] rows = [.. Enumerable.Range(from, to - from)];
        _named = Array.FindAll(rows, _events.IsNamed);
        _starts = StartsThatCount(Array.FindAll(_named, _events.IsStart));
        _returns = new(_grid, _table, Array.FindAll(rows, _events.IsReturn));
    }

    internal static RetentionExplanation Explain(RetentionPlan plan, UserId user)
    {
        if (!plan.Data.Directory.TryGetOrdinal(user, out int ordinal))
        {
            throw new KeyNotFoundException($"The dataset does not know the user '{user}'.");
        }

        return new RetentionExplainer(plan, ordinal).Explain(user);
    }

    private RetentionExplanation Explain(UserId user)
    {
        ImmutableArray<RetentionCohortExplanation> cohorts =
        [
            .. _starts.GroupBy(CohortOf).Where(starts => (uint)starts.Key < (uint)_grid.Cohorts).Select(starts => Explain(starts.Key, [.. starts])),
        ];
        int[] first = _starts.Length > 0 ? _starts : _grid.Definition.CohortType == RetentionCohortType.FirstEver ? _named : [];
        return new()
        {
            User = user,
            Absence = cohorts.IsEmpty ? Absence() : null,
            FirstStart = first.Length > 0 ? EventAt(FirstOf(first)) : null,
            OutsideBy = cohorts.IsEmpty && _starts.Length > 0 ? _starts.Min(OutsideBy) : null,
            Cohorts = cohorts,
        };
    }

    private RetentionCohortExplanation Explain(int cohort, int[] starts)
    {
        Dictionary<int, PeriodReturn> periods = _returns.After(cohort, starts);
        return new()
        {
            Cohort = cohort,
            StartedBy = EventAt(FirstOf(starts)),
            Starts = starts.Length,
            Cells = [.. Enumerable.Range(0, _grid.Columns).Select(column => Explain(cohort, column, periods))],
        };
    }

    private RetentionCellExplanation Explain(int cohort, int column, Dictionary<int, PeriodReturn> periods)
    {
        RetentionBracket asked = _grid.PeriodsOf(column);
        int minimum = _grid.Definition.MinimumOccurrences;
        bool isCohort = _grid.CountsCohort && asked.From == 0;
        int[] inColumn = [.. periods.Keys.Where(period => period >= asked.From && period <= asked.To).Order()];
        int? served = isCohort ? 0 : inColumn.Cast<int?>().FirstOrDefault(period => periods[period!.Value].Count >= minimum);
        int? shown = served ?? inColumn.OrderByDescending(period => periods[period].Count).Cast<int?>().FirstOrDefault();
        PeriodReturn found = shown is { } period ? periods.GetValueOrDefault(period) : default;
        return new()
        {
            Column = column,
            State = !_grid.IsObservable(cohort, column) ? RetentionCell.NotYetObservable
                : served is null ? RetentionCell.NotReturned
                : RetentionCell.Returned,
            Period = shown,
            Occurrences = found.Count,
            FirstReturn = found.Count > 0 ? EventAt(found.First) : null,
        };
    }

    private RetentionAbsence Absence()
        => _starts.Length == 0
            ? _named.Length > 0 && _grid.Definition.CohortType == RetentionCohortType.FirstEver ? RetentionAbsence.FirstEventFails : RetentionAbsence.NoStart
            : CohortOf(_starts[^1]) < 0 ? RetentionAbsence.Before : RetentionAbsence.After;

    private int[] StartsThatCount(int[] starts) => _grid.Definition.CohortType switch
    {
        RetentionCohortType.Recurring => starts,
        RetentionCohortType.FirstTime => AtInstantOf(starts, starts),
        _ => AtInstantOf(_named, starts),
    };

    // Events at the first instant all count as the first.
    private int[] AtInstantOf(int[] first, int[] rows) => first.Length == 0 ? [] : Array.FindAll(rows, row => _table.UtcTicks[row] == _table.UtcTicks[first[0]]);

    private int CohortOf(int row) => _grid.Periods.IndexOf(_table.UtcTicks[row]);

    private TimeSpan OutsideBy(int row)
    {
        long ticks = _table.UtcTicks[row];
        long from = _grid.Periods.StartTicks;
        long to = _grid.Periods[_grid.Cohorts - 1].EndTicks;
        return TimeSpan.FromTicks(ticks < from ? from - ticks : ticks - (to - 1));
    }

    private int FirstOf(int[] rows) => FirstByName(_table, rows);

    private RetentionEvent EventAt(int row) => new(row, _grid.Calendar.InstantOf(_table.UtcTicks[row]), _table.NameAt(row));

    /// <summary>Gets the first of some events, of those at its instant the one with the ordinally smallest name, so that the order of arrival does not show.</summary>
    internal static int FirstByName(EventTable table, ReadOnlySpan<int> rows)
    {
        int first = rows[0];
        foreach (int row in rows)
        {
            if (table.UtcTicks[row] == table.UtcTicks[first] && string.CompareOrdinal(table.NameAt(row), table.NameAt(first)) < 0)
            {
                first = row;
            }
        }

        return first;
    }
}
