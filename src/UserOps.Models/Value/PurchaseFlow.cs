namespace UserOps.Models.Value;

/// <summary>How many customers entered in each period, and how many of their repeat purchases fell into it.</summary>
internal sealed class PurchaseFlow
{
    private PurchaseFlow(int firstPeriod, long[] entered, long[] repeats)
    {
        FirstPeriod = firstPeriod;
        Entered = entered;
        Repeats = repeats;
    }

    /// <summary>Gets the number of the period of the first entry.</summary>
    internal int FirstPeriod { get; }

    /// <summary>Gets first purchases; shape [periods from the first one to the end], none without a customer.</summary>
    internal long[] Entered { get; }

    /// <summary>Gets repeat purchases; shape as above.</summary>
    internal long[] Repeats { get; }

    /// <summary>Gets how many repeat purchases are expected up to the end of a period.</summary>
    /// <param name="period">From 0 on.</param>
    /// <param name="byAge">What is expected of a new customer by an age in periods.</param>
    internal double Expected(int period, double[] byAge)
    {
        double sum = 0;
        for (int entry = 0; entry <= period; entry++)
        {
            sum += Entered[entry] == 0 ? 0 : Entered[entry] * byAge[period - entry];
        }

        return sum;
    }

    /// <summary>Counts all users of a log.</summary>
    /// <param name="plan">Which events count.</param>
    /// <param name="entries">The stretch in which customers enter; it ends within the other.</param>
    /// <param name="window">The stretch in which purchases count; both begin with the log.</param>
    /// <param name="run">Threads and progress.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    internal static PurchaseFlow Read(PurchasePlan plan, PurchaseWindow entries, PurchaseWindow window, RunOptions? run, CancellationToken cancellationToken)
    {
        int first = plan.Data.Events.Count == 0 ? 0 : plan.Periods.NumberOf(plan.Calendar.DayNumberOf(plan.Data.Events.FirstTicks));
        int periods = plan.Data.Events.Count == 0 ? 0 : Math.Max(0, plan.Periods.NumberOf(window.EndDay) - first + 1);
        var sums = UserRange.Sum(
            plan.Data.Events.Offsets,
            run,
            () => (Entered: new long[periods], Repeats: new long[periods]),
            (users, sum) => Count(plan, entries, window, users, first, sum.Entered, sum.Repeats),
            (sum, other) =>
            {
                for (int i = 0; i < periods; i++)
                {
                    sum.Entered[i] += other.Entered[i];
                    sum.Repeats[i] += other.Repeats[i];
                }
            },
            cancellationToken);
        int start = Array.FindIndex(sums.Entered, count => count > 0);
        return start < 0 ? new(0, [], []) : new(first + start, sums.Entered[start..], sums.Repeats[start..]);
    }

    private static void Count(
        PurchasePlan plan, PurchaseWindow entries, PurchaseWindow window, UserRange users, int firstPeriod, long[] entered, long[] repeats)
    {
        EventTable events = plan.Data.Events;
        var days = new LocalDayCursor(plan.Calendar);
        for (int user = users.From; user < users.To; user++)
        {
            int to = events.SeenEnd(events.Offsets[user], events.Offsets[user + 1], window.ToTicks);
            int last = -1;
            for (int i = events.Offsets[user]; i < to; i++)
            {
                if (!plan.IsPurchase(i))
                {
                    continue;
                }

                if (last < 0 && events.UtcTicks[i] > entries.ToTicks)
                {
                    break;
                }

                int period = plan.Periods.NumberOf(days.DayNumberOf(events.UtcTicks[i])) - firstPeriod;
                if (period != last)
                {
                    (last < 0 ? entered : repeats)[period]++;
                    last = period;
                }
            }
        }
    }
}
