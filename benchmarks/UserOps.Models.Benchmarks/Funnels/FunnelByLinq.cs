namespace UserOps.Models.Benchmarks.Funnels;

/// <summary>What a .NET developer would write today: group, order, one state per step.</summary>
internal static class FunnelByLinq
{
    /// <summary>Counts the users at each step; no two events of a user share an instant.</summary>
    internal static long[] Count(FunnelRow[] rows, string[] steps, TimeSpan window)
        => Count(rows, steps, window, user => user.OrderBy(row => row.At));

    /// <summary>Counts the users at each step; events of one date may be taken in any order, so the earlier step goes first.</summary>
    internal static long[] CountDates(FunnelRow[] rows, string[] steps, TimeSpan window)
        => Count(rows, steps, window, user => user.OrderBy(row => row.At).ThenBy(row => Array.IndexOf(steps, row.Name)));

    private static long[] Count(
        FunnelRow[] rows, string[] steps, TimeSpan window, Func<IEnumerable<FunnelRow>, IEnumerable<FunnelRow>> inOrder)
    {
        var counts = new long[steps.Length];
        foreach (IGrouping<long, FunnelRow> user in rows.GroupBy(row => row.User))
        {
            var starts = new DateTimeOffset?[steps.Length];
            int completed = 0;
            foreach (FunnelRow row in inOrder(user))
            {
                int step = Array.IndexOf(steps, row.Name);
                DateTimeOffset? start = step < 0 ? null : step == 0 ? row.At : starts[step - 1];
                if (start is { } from && row.At - from <= window)
                {
                    starts[step] = from;
                    completed = Math.Max(completed, step + 1);
                }
            }

            for (int step = 0; step < completed; step++)
            {
                counts[step]++;
            }
        }

        return counts;
    }
}
