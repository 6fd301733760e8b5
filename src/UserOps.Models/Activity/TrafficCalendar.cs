using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>The periods of a traffic report, end to end.</summary>
internal sealed class TrafficCalendar
{
    private readonly long[] _ends;

    internal TrafficCalendar(TrafficDefinition definition, ReportingCalendar calendar)
    {
        Periods = PeriodsOf(definition, calendar);
        _ends = [.. Periods.Select(period => period.EndTicks)];
        Start = Periods.IsEmpty ? 0 : Periods[0].StartTicks;
        End = Periods.IsEmpty ? 0 : Periods[^1].EndTicks;
    }

    internal ImmutableArray<CalendarPeriod> Periods { get; }

    /// <summary>Gets the first UTC tick of the first period.</summary>
    internal long Start { get; }

    /// <summary>Gets the first UTC tick after the last period.</summary>
    internal long End { get; }

    /// <summary>Gets the period of an instant, trying first the one a neighbor was in.</summary>
    /// <returns>0 and up; -1 outside all periods.</returns>
    internal int IndexOf(long utcTicks, int guess)
    {
        if (utcTicks < Start || utcTicks >= End)
        {
            return -1;
        }

        if (guess >= 0 && utcTicks < _ends[guess] && utcTicks >= Periods[guess].StartTicks)
        {
            return guess;
        }

        // The first period that ends after the instant; a date the zone skipped ends where it starts, and is none.
        int low = 0;
        int high = _ends.Length - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = _ends[middle] > utcTicks ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static ImmutableArray<CalendarPeriod> PeriodsOf(TrafficDefinition definition, ReportingCalendar calendar)
    {
        CalendarPeriod first = calendar.PeriodOf(definition.Period, definition.From);
        CalendarPeriod last = calendar.PeriodOf(definition.Period, definition.To);
        if (definition.Period == CalendarUnit.Hour)
        {
            long end = calendar.DayEndTicks(definition.To.DayNumber);
            if (first.StartTicks >= end)
            {
                return []; // the zone skipped all these dates, so they have no hour
            }

            last = calendar.PeriodOf(CalendarUnit.Hour, new DateTimeOffset(end - 1, TimeSpan.Zero));
        }

        var periods = ImmutableArray.CreateBuilder<CalendarPeriod>();
        for (periods.Add(first); periods[^1] != last;)
        {
            periods.Add(calendar.Next(periods[^1]));
        }

        return periods.ToImmutable();
    }
}
