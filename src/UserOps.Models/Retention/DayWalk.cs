namespace UserOps.Models.Retention;

/// <summary>Walks through the cohorts of one user whose days are at hand: calendar days, weeks and months.</summary>
/// <param name="grid">The table.</param>
/// <param name="starts">Days with a start event, ascending.</param>
/// <param name="returns">Days with a return event, ascending.</param>
/// <param name="returnCounts">How many return events each of them has.</param>
internal ref struct DayWalk(RetentionGrid grid, ReadOnlySpan<int> starts, ReadOnlySpan<int> returns, ReadOnlySpan<int> returnCounts)
{
    private readonly ReadOnlySpan<int> _starts = grid.TakesFirstStart && !starts.IsEmpty ? starts[..1] : starts;
    private readonly ReadOnlySpan<int> _returns = returns;
    private readonly ReadOnlySpan<int> _returnCounts = returnCounts;
    private int _next;
    private bool _isMarked;

    /// <summary>Gets the cohort at hand.</summary>
    internal int Cohort { get; private set; } = -1;

    /// <summary>Goes to the next cohort of the user and fills its columns.</summary>
    internal bool MoveNext(scoped RetentionMemory memory)
    {
        while (_next < _starts.Length)
        {
            int cohort = grid.Periods.IndexOfDay(_starts[_next++]);
            if ((uint)cohort < (uint)grid.Cohorts && cohort != Cohort)
            {
                Cohort = cohort;
                Mark(memory);
                RetentionKernels.CalendarRow(memory.Returned, cohort, grid.Width, memory.Row);
                memory.RowToColumns();
                return true;
            }
        }

        return false;
    }

    private void Mark(scoped RetentionMemory memory)
    {
        if (!_isMarked)
        {
            RetentionKernels.MarkDays(_returns, _returnCounts, grid.Periods, grid.Definition.MinimumOccurrences, memory.Returned);
            _isMarked = true;
        }
    }
}
