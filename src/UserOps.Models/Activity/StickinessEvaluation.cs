namespace UserOps.Models.Activity;

/// <summary>Counts the active blocks of each user, and the users of each number of blocks.</summary>
internal static class StickinessEvaluation
{
    internal static StickinessResult Of(StickinessDefinition definition, ActivityLog log)
    {
        PeriodTable table = ActivityTables.Of(log.Context, definition.Interval, definition.From, definition.To);
        int blocks = ((table.Count - 1) / definition.IntervalCount) + 1;
        UserPeriods periods = log.Periods(table);
        var blocksOfUser = new int[log.Data.Directory.Count];
        var users = new long[blocks];
        foreach (long[] part in UserRange.Each(periods.Offsets, log.Quiet, range => CountRange(definition, periods, range, blocks, blocksOfUser), log.CancellationToken))
        {
            for (int i = 0; i < blocks; i++)
            {
                users[i] += part[i];
            }
        }

        var summary = new StickinessSummary
        {
            Definition = definition,
            Context = log.Context,
            CompleteBlocks = CompleteBlocks(table, definition.IntervalCount, log.Context),
            Exactly = [.. users],
            UnknownEvents = log.UnknownEvents,
        };
        log.Run?.Progress?.Report(1);
        return new(summary, new(log.Lasting(), blocksOfUser, blocks));
    }

    private static long[] CountRange(StickinessDefinition definition, UserPeriods periods, UserRange range, int blocks, int[] blocksOfUser)
    {
        var users = new long[blocks];
        for (int user = range.From; user < range.To; user++)
        {
            ReadOnlySpan<int> numbers = periods.Numbers[periods.Offsets[user]..periods.Offsets[user + 1]];
            ReadOnlySpan<int> events = periods.Counts[periods.Offsets[user]..periods.Offsets[user + 1]];
            int active = ActiveBlocks(definition, numbers, events);
            blocksOfUser[user] = active;
            if (active > 0)
            {
                users[active - 1]++;
            }
        }

        return users;
    }

    private static int ActiveBlocks(StickinessDefinition definition, ReadOnlySpan<int> numbers, ReadOnlySpan<int> events)
    {
        int active = 0;
        int i = numbers.Length > 0 && numbers[0] < 0 ? 1 : 0; // what lies before the range is not counted
        while (i < numbers.Length)
        {
            int block = numbers[i] / definition.IntervalCount;
            long inBlock = 0;
            for (; i < numbers.Length && numbers[i] / definition.IntervalCount == block; i++)
            {
                inBlock += events[i];
            }

            active += inBlock >= definition.Activity.MinimumEvents && definition.Criteria.IsMetBy(inBlock) ? 1 : 0;
        }

        return active;
    }

    // The last block may be shorter, and is over with its last period all the same.
    private static int CompleteBlocks(PeriodTable table, int intervalCount, EvaluationContext context)
    {
        int complete = table.CompleteAt(context.AsOf);
        return complete == table.Count ? ((complete - 1) / intervalCount) + 1 : complete / intervalCount;
    }
}
