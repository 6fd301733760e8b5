namespace UserOps.Models.Retention;

/// <summary>Walks through the cohorts of one user whose instants are at hand.</summary>
/// <param name="grid">The table.</param>
/// <param name="starts">Start events, ascending, seen at 'as of'.</param>
/// <param name="returns">Return events, ascending, seen at 'as of'.</param>
internal ref struct InstantWalk(RetentionGrid grid, ReadOnlySpan<long> starts, ReadOnlySpan<long> returns)
{
    private readonly ReadOnlySpan<long> _starts = grid.TakesFirstStart && !starts.IsEmpty ? starts[..1] : starts;
    private readonly ReadOnlySpan<long> _returns = returns;
    private PeriodTableCursor _cursor = new(grid.Periods);
    private int _next;
    private bool _isMarked;

    /// <summary>Gets the cohort at hand.</summary>
    internal int Cohort { get; private set; }

    /// <summary>Goes to the next cohort of the user and fills its columns.</summary>
    internal bool MoveNext(scoped RetentionMemory memory)
    {
        while (_next < _starts.Length)
        {
            int from = _next;
            Cohort = _cursor.NumberOf(_starts[from]);
            while (_next < _starts.Length && _cursor.NumberOf(_starts[_next]) == Cohort)
            {
                _next++;
            }

            if ((uint)Cohort < (uint)grid.Cohorts)
            {
                Fill(_starts[from.._next], memory);
                memory.RowToColumns();
                return true;
            }
        }

        return false;
    }

    private void Fill(ReadOnlySpan<long> starts, scoped RetentionMemory memory)
    {
        if (!grid.IsRolling)
        {
            FillCalendar(memory);
            return;
        }

        switch (grid.Definition.Truncation)
        {
            case RetentionTruncation.Hour:
                FillRolling(new HourClock(grid.Calendar.Timeline), starts, memory.Row);
                break;
            case RetentionTruncation.Day:
                FillRolling(new DateClock(grid.Calendar), starts, memory.Row);
                break;
            default:
                FillRolling(new ExactClock(), starts, memory.Row);
                break;
        }
    }

    private void FillCalendar(scoped RetentionMemory memory)
    {
        if (!_isMarked)
        {
            RetentionKernels.MarkInstants(_returns, grid.Periods, grid.Definition.MinimumOccurrences, memory.Returned);
            _isMarked = true;
        }

        RetentionKernels.CalendarRow(memory.Returned, Cohort, grid.Width, memory.Row);
    }

    private readonly void FillRolling<TClock>(TClock clock, ReadOnlySpan<long> starts, Span<ulong> row)
        where TClock : struct, IElapsedClock
        => RetentionKernels.RollingRow(clock, starts, _returns, grid.RollingTicks, grid.Definition.MinimumOccurrences, grid.Width, row);
}
