using System.Diagnostics;

namespace UserOps.Models;

/// <summary>Binds <see cref="InWindow"/> to a column of instants or dates.</summary>
internal static class WindowTests
{
    internal static RowTest Of(InWindow rule, Column column, EvaluationContext context)
    {
        TickRange range = rule.Window.At(context);
        if (range.To <= range.From)
        {
            return RowTest.Of(null, column);
        }

        return column switch
        {
            InstantColumn instants => RowTest.Of(new RangeScan<long>(() => instants.UtcTicks, range.From, range.To - 1, sizeof(long)), column),
            DateColumn dates => OfDates(dates, range, ReportingCalendar.Of(context)),
            _ => throw new UnreachableException($"{column.Field.Kind} was to be refused."),
        };
    }

    /// <summary>A date stands for its first instant.</summary>
    private static RowTest OfDates(DateColumn column, TickRange range, ReportingCalendar calendar)
    {
        long from = Math.Clamp(range.From, 0, OffsetTimeline.EndOfTime - 1);
        long last = Math.Clamp(range.To - 1, 0, OffsetTimeline.EndOfTime - 1);
        int firstDay = calendar.DayNumberOf(from);
        firstDay += calendar.DayStartTicks(firstDay) < from ? 1 : 0;

        // A date the zone skipped stands for the instant its successor does.
        while (firstDay > 0 && calendar.DayStartTicks(firstDay - 1) >= from)
        {
            firstDay--;
        }

        int lastDay = calendar.DayNumberOf(last);
        return firstDay > lastDay
            ? RowTest.Of(null, column)
            : RowTest.Of(new RangeScan<int>(() => column.DayNumbers, firstDay, lastDay, sizeof(int)), column);
    }
}
