namespace UserOps.Models.Retention;

public sealed partial class RetentionGrid
{
    /// <summary>Places one user in every cell.</summary>
    /// <param name="startTicks">
    /// Shape [start events]; UTC ticks of the events that pass the start filter, the user's whole history, ascending, equal instants allowed. With
    /// <see cref="RetentionCohortType.FirstEver"/> leave it empty when no event at the first instant of the filter's names passes its test.
    /// </param>
    /// <param name="returnTicks">Shape [return events]; the same for the return filter. An event may be in both. Events after 'as of' are not seen.</param>
    /// <param name="cells">Shape [<see cref="Cohorts"/> x <see cref="Columns"/>], cohort after cohort; overwritten.</param>
    /// <exception cref="ArgumentException"><paramref name="cells"/> has another length, or the definition has a breakdown, which needs columns.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An instant lies before year 1 or after year 9999.</exception>
    /// <exception cref="EventsNotSortedException">An instant is earlier than the one before it.</exception>
    /// <remarks>Linear in events and cells with the calendar; rolling periods cost a search per start event and period. Allocates nothing.</remarks>
    public void FillCells(ReadOnlySpan<long> startTicks, ReadOnlySpan<long> returnTicks, Span<RetentionCell> cells)
    {
        RequireNoBreakdown();
        RequireInstants(startTicks, nameof(startTicks));
        RequireInstants(returnTicks, nameof(returnTicks));
        if (cells.Length != Cohorts * Columns)
        {
            throw new ArgumentException($"There are {cells.Length} cells; the table has {Cohorts} x {Columns}.", nameof(cells));
        }

        cells.Clear();
        var memory = new RetentionMemory(this, stackalloc ulong[RetentionMemory.WordsFor(this)]);
        var walk = new InstantWalk(this, Seen(startTicks), Seen(returnTicks));
        while (walk.MoveNext(memory))
        {
            for (int column = 0; column < Columns; column++)
            {
                cells[walk.Cohort * Columns + column] = !IsObservable(walk.Cohort, column) ? RetentionCell.NotYetObservable
                    : (memory.Columns[column >> 6] >> column & 1) != 0 ? RetentionCell.Returned
                    : RetentionCell.NotReturned;
            }
        }
    }

    private ReadOnlySpan<long> Seen(ReadOnlySpan<long> utcTicks)
    {
        long asOf = Context.AsOf.UtcTicks;
        int end = utcTicks.Length;
        while (end > 0 && utcTicks[end - 1] > asOf)
        {
            end--;
        }

        return utcTicks[..end];
    }

    private void RequireNoBreakdown()
    {
        if (Definition.Breakdown is { } breakdown)
        {
            throw new ArgumentException($"The breakdown by '{breakdown.Name}' needs columns; ask the span door without it.");
        }
    }

    private static void RequireInstants(ReadOnlySpan<long> utcTicks, string parameterName)
    {
        for (int i = 0; i < utcTicks.Length; i++)
        {
            if (i > 0 && utcTicks[i] < utcTicks[i - 1])
            {
                throw new EventsNotSortedException(i, parameterName);
            }
        }

        if (!utcTicks.IsEmpty && (utcTicks[0] < 0 || utcTicks[^1] > DateTime.MaxValue.Ticks))
        {
            throw new ArgumentOutOfRangeException(parameterName, utcTicks[0] < 0 ? utcTicks[0] : utcTicks[^1], "The instant lies outside the years 1 to 9999.");
        }
    }
}
