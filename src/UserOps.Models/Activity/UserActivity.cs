namespace UserOps.Models.Activity;

/// <summary>Reads the periods of one user.</summary>
internal static class UserActivity
{
    /// <summary>Counts the events of a user in neighboring periods.</summary>
    /// <param name="periods">Periods of all users.</param>
    /// <param name="user">The ordinal.</param>
    /// <param name="first">The number of the first period.</param>
    /// <param name="last">The number of the last period, included.</param>
    internal static long EventsIn(UserPeriods periods, int user, int first, int last)
    {
        (int from, int to) = (periods.Offsets[user], periods.Offsets[user + 1]);
        int place = periods.Numbers[from..to].BinarySearch(first);
        long events = 0;
        for (int i = from + (place < 0 ? ~place : place); i < to && periods.Numbers[i] <= last; i++)
        {
            events += periods.Counts[i];
        }

        return events;
    }
}
