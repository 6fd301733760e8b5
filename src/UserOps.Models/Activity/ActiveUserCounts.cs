using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace UserOps.Models.Activity;

/// <summary>Counts distinct active users: from day bitmaps where there are any, else user by user.</summary>
internal sealed class ActiveUserCounts(ActivityLog log)
{
    /// <summary>Counts the active users of calendar periods, all units in one pass over the days.</summary>
    /// <returns>Shape [tables][periods].</returns>
    internal long[][] OfPeriods(ImmutableArray<PeriodTable> tables)
    {
        PeriodTable[] ofDays = [.. tables.Where(table => table.Unit != CalendarUnit.Hour)];
        long[][]? counted = ofDays.Length > 0 && log.Bitmaps() is { } bitmaps ? new DayBitmapPass(bitmaps, log.Workers).Count(ofDays) : null;
        return [.. tables.Select(table => counted is not null && Array.IndexOf(ofDays, table) is >= 0 and int place ? counted[place] : UserByUser(table))];
    }

    /// <summary>Counts the users who were active in the days up to each of some days.</summary>
    /// <param name="window">How many days, the day itself included.</param>
    /// <param name="lastDays">The days the windows end with.</param>
    /// <returns>Shape [days].</returns>
    internal long[] OfWindows(int window, PeriodTable lastDays)
    {
        int first = lastDays[0].FirstDay.DayNumber;
        return log.Bitmaps() is { } bitmaps
            ? new RollingBitmapPass(bitmaps, log.Workers).Count(window, first, lastDays.Count)
            : UserByUser(window, first, lastDays.Count);
    }

    private long[] UserByUser(PeriodTable table)
    {
        UserPeriods periods = log.Periods(table);
        return Sum(table.Count, periods, (range, counts) =>
        {
            int from = periods.Offsets[range.From];
            int to = periods.Offsets[range.To];
            ActivityKernels.CountPeriods(periods.Numbers[from..to], periods.Counts[from..to], log.Activity.MinimumEvents, counts);
        });
    }

    private long[] UserByUser(int window, int firstDay, int count)
    {
        UserPeriods days = log.Days();
        long[] allChanges = Sum(count + 1, days, (range, changes) =>
        {
            for (int user = range.From; user < range.To; user++)
            {
                int from = days.Offsets[user];
                int to = days.Offsets[user + 1];
                ActivityKernels.AddWindows(days.Numbers[from..to], days.Counts[from..to], window, log.Activity.MinimumEvents, firstDay, changes);
            }
        });
        return ActivityKernels.Accumulate(allChanges)[..count];
    }

    private long[] Sum(int count, UserPeriods periods, Action<UserRange, long[]> work)
        => UserRange.Sum(
            periods.Offsets, log.Quiet, () => new long[count], work, (all, part) => TensorPrimitives.Add<long>(all, part, all), log.CancellationToken);
}
