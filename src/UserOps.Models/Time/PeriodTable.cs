using System.Diagnostics;

namespace UserOps.Models;

/// <summary>The periods a question lists, one after the other without a hole, numbered from 0. Immutable.</summary>
internal sealed class PeriodTable
{
    private readonly CalendarPeriod[] _periods;
    private readonly long[] _starts; // of zero-length dates too: those begin where the next one does
    private readonly int[] _indexOfDay;
    private readonly int _firstDay;

    /// <summary>Lists periods.</summary>
    /// <param name="calendar">The calendar that cuts them.</param>
    /// <param name="first">The first one, of that calendar.</param>
    /// <param name="count">How many; at least 1. Fewer where the calendar ends before.</param>
    internal PeriodTable(ReportingCalendar calendar, CalendarPeriod first, int count)
    {
        Debug.Assert(count > 0, "a question lists a period");
        _periods = [.. List(calendar, first, count)];
        _starts = Array.ConvertAll(_periods, period => period.StartTicks);
        (_firstDay, _indexOfDay) = first.Unit == CalendarUnit.Hour ? (0, []) : DaysOf(calendar, _periods);
    }

    internal CalendarUnit Unit => _periods[0].Unit;

    internal int Count => _periods.Length;

    /// <summary>Gets the first UTC tick of the first period.</summary>
    internal long StartTicks => _starts[0];

    /// <summary>Gets the first UTC tick after the last period.</summary>
    internal long EndTicks => _periods[^1].EndTicks;

    /// <summary>Gets a period by its number.</summary>
    internal CalendarPeriod this[int index] => _periods[index];

    /// <summary>Gets the number of the period that holds an instant: -1 before the first one, <see cref="Count"/> after the last one.</summary>
    internal int IndexOf(long utcTicks)
    {
        if (utcTicks >= EndTicks)
        {
            return Count;
        }

        // Of dates that begin at one instant only the last has any length: it is the one that holds the instant.
        int place = _starts.AsSpan().BinarySearch(utcTicks);
        int index = place < 0 ? ~place - 1 : place;
        while (index >= 0 && index + 1 < _starts.Length && _starts[index + 1] == _starts[index])
        {
            index++;
        }

        return index;
    }

    /// <summary>Gets the number of the period that holds a local date, as <see cref="IndexOf"/> does for instants; not for hours.</summary>
    /// <param name="dayNumber">As <see cref="DateOnly.DayNumber"/>.</param>
    internal int IndexOfDay(int dayNumber)
    {
        int day = dayNumber - _firstDay;
        return (uint)day < (uint)_indexOfDay.Length ? _indexOfDay[day] : day < 0 ? -1 : Count;
    }

    /// <summary>Gets how many of the periods, counted from the first one, are over at an instant.</summary>
    internal int CompleteAt(DateTimeOffset asOf)
    {
        int low = 0;
        for (int high = Count; low < high;)
        {
            int middle = (low + high) / 2;
            (low, high) = _periods[middle].IsCompleteAt(asOf) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static IEnumerable<CalendarPeriod> List(ReportingCalendar calendar, CalendarPeriod first, int count)
    {
        yield return first;
        for (int i = 1; i < count && calendar.TryNext(first, out first); i++)
        {
            yield return first;
        }
    }

    private static (int FirstDay, int[] IndexOfDay) DaysOf(ReportingCalendar calendar, CalendarPeriod[] periods)
    {
        int firstDay = periods[0].FirstDay.DayNumber;
        var indexOfDay = new int[calendar.EndDay(periods[^1]) - firstDay];
        for (int i = 0; i < periods.Length; i++)
        {
            int end = i + 1 < periods.Length ? periods[i + 1].FirstDay.DayNumber - firstDay : indexOfDay.Length;
            indexOfDay.AsSpan((periods[i].FirstDay.DayNumber - firstDay)..end).Fill(i);
        }

        return (firstDay, indexOfDay);
    }
}
