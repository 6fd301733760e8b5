namespace UserOps.Models.Retention;

/// <summary>Sorts the return events of one user into the periods of a cohort, plainly: for explanations.</summary>
/// <param name="grid">The table.</param>
/// <param name="events">The events.</param>
/// <param name="returns">The user's return events, seen at 'as of'.</param>
internal sealed class PeriodReturns(RetentionGrid grid, EventTable events, int[] returns)
{
    /// <summary>Gets the periods of a cohort that hold a return; with rolling periods each with the start event that has most of them.</summary>
    internal Dictionary<int, PeriodReturn> After(int cohort, int[] starts)
    {
        if (!grid.IsRolling)
        {
            return Sort(returns, row => grid.Periods.IndexOf(events.UtcTicks[row]) - cohort);
        }

        Dictionary<int, PeriodReturn> most = [];
        foreach (long start in starts.Select(row => events.UtcTicks[row]).Distinct())
        {
            int[] after = Array.FindAll(returns, row => events.UtcTicks[row] >= start);
            foreach ((int period, PeriodReturn found) in Sort(after, row => PeriodAfter(start, events.UtcTicks[row])))
            {
                most[period] = found.Count > most.GetValueOrDefault(period).Count ? found : most[period];
            }
        }

        return most;
    }

    private Dictionary<int, PeriodReturn> Sort(int[] rows, Func<int, int> periodOf)
        => rows.GroupBy(periodOf)
            .Where(period => period.Key >= 0 && period.Key < grid.Width)
            .ToDictionary(period => period.Key, period => new PeriodReturn(period.Count(), RetentionExplainer.FirstByName(events, [.. period])));

    private int PeriodAfter(long start, long ticks) => grid.Definition.Truncation switch
    {
        RetentionTruncation.Hour => PeriodAfter(new HourClock(grid.Calendar.Timeline), start, ticks),
        RetentionTruncation.Day => PeriodAfter(new DateClock(grid.Calendar), start, ticks),
        _ => PeriodAfter(new ExactClock(), start, ticks),
    };

    private int PeriodAfter<TClock>(TClock clock, long start, long ticks)
        where TClock : struct, IElapsedClock
        => (int)Math.Min((clock.At(ticks) - clock.At(start)) / grid.RollingTicks, int.MaxValue);
}
