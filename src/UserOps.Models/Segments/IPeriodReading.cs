namespace UserOps.Models;

/// <summary>Reads the periods of neighboring users off their events.</summary>
internal interface IPeriodReading
{
    /// <summary>Lists the periods in which each user has events that count.</summary>
    /// <param name="users">The users.</param>
    /// <param name="filter">Which events count.</param>
    /// <param name="entries">Where they are written to.</param>
    /// <param name="firsts">Shape [users]; receives the place of each user's first one.</param>
    void Read<TFilter>(UserRange users, TFilter filter, PeriodEntries entries, Span<int> firsts)
        where TFilter : struct, IRowFilter, allows ref struct;
}

/// <summary>Reads local days, whenever they are.</summary>
internal readonly struct DayReading(EventTable events, ReportingCalendar calendar) : IPeriodReading
{
    public void Read<TFilter>(UserRange users, TFilter filter, PeriodEntries entries, Span<int> firsts)
        where TFilter : struct, IRowFilter, allows ref struct
    {
        var cursor = new LocalDayCursor(calendar);
        UserDayKernels.Collect(events.Offsets[users.From..(users.To + 1)], events.UtcTicks, filter, ref cursor, entries, firsts);
    }
}

/// <summary>Reads the periods of a table, up to an instant.</summary>
internal readonly struct TableReading(EventTable events, PeriodTable table, long lastTicks) : IPeriodReading
{
    public void Read<TFilter>(UserRange users, TFilter filter, PeriodEntries entries, Span<int> firsts)
        where TFilter : struct, IRowFilter, allows ref struct
    {
        var cursor = new PeriodTableCursor(table);
        for (int user = users.From; user < users.To; user++)
        {
            int from = events.Offsets[user];
            int to = events.SeenEnd(from, events.Offsets[user + 1], Math.Min(lastTicks, table.EndTicks - 1));
            firsts[user - users.From] = entries.Count;
            UserPeriodKernels.Collect(from, to, events.UtcTicks, filter, ref cursor, entries);
        }
    }
}
