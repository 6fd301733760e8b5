namespace UserOps.Models;

/// <summary>Puts the sorted events of new rows among those of a table: what nobody added to is copied in one piece.</summary>
internal static class EventMerge
{
    // Whole words of users, so that no two threads write into one.
    private const int UsersPerPart = 1 << 12;

    /// <param name="earlier">The table.</param>
    /// <param name="more">The new events, of the users of the table and those after them; their names have the codes of both, their rows count from 0.</param>
    /// <param name="shape">What the result needs.</param>
    /// <param name="workers">Threads.</param>
    /// <returns>All events; the rows of the table come first, in its order, then the new ones. Of equal instants the earlier row is first.</returns>
    internal static SortedEvents Of(EventTable earlier, SortedEvents more, SortedShape shape, Workers workers)
    {
        int users = more.Offsets.Length - 1;
        var merged = SortedEvents.Allocate(users, earlier.Count + more.UtcTicks.Length, shape);
        for (int user = 0; user < users; user++)
        {
            merged.Offsets[user + 1] = StartIn(earlier, user + 1) + more.Offsets[user + 1];
        }

        workers.ForEachRange(users, UsersPerPart, (from, to) => MergeUsers(earlier, more, merged, from, to));
        return merged;
    }

    private static void MergeUsers(EventTable earlier, SortedEvents more, SortedEvents merged, int from, int to)
    {
        for (int user = from; user < to;)
        {
            int next = user;
            while (next < to && more.Offsets[next + 1] == more.Offsets[user])
            {
                next++;
            }

            if (next > user)
            {
                Copy(earlier, StartIn(earlier, user), StartIn(earlier, next), merged, merged.Offsets[user]);
                CopyTies(earlier, merged, user, next);
                user = next;
            }
            else
            {
                MergeUser(earlier, more, merged, user++);
            }
        }
    }

    private static void Copy(EventTable earlier, int from, int to, SortedEvents merged, int at)
    {
        earlier.UtcTicks[from..to].CopyTo(merged.UtcTicks.AsSpan(at));
        if (merged.NarrowCodes is not null)
        {
            earlier.NarrowCodes[from..to].CopyTo(merged.NarrowCodes.AsSpan(at));
        }
        else
        {
            for (int row = from; row < to; row++)
            {
                merged.WideCodes![at + row - from] = (ushort)earlier.CodeAt(row);
            }
        }

        if (merged.Rows.Length > 0)
        {
            for (int row = from; row < to; row++)
            {
                merged.Rows[at + row - from] = row;
            }
        }
    }

    private static void CopyTies(EventTable earlier, SortedEvents merged, int from, int to)
    {
        for (int user = from; user < Math.Min(to, earlier.Offsets.Length - 1); user++)
        {
            merged.UsersWithTies[user >> 6] |= (earlier.UsersWithTies[user >> 6] >> user & 1) << user;
        }
    }

    private static void MergeUser(EventTable earlier, SortedEvents more, SortedEvents merged, int user)
    {
        (int old, int oldEnd) = (StartIn(earlier, user), StartIn(earlier, user + 1));
        (int added, int addedEnd) = (more.Offsets[user], more.Offsets[user + 1]);
        bool ties = false;
        for (int at = merged.Offsets[user]; at < merged.Offsets[user + 1]; at++)
        {
            bool takesOld = added == addedEnd || (old < oldEnd && earlier.UtcTicks[old] <= more.UtcTicks[added]);
            EventRow row = takesOld
                ? new(earlier.UtcTicks[old], old, (ushort)earlier.CodeAt(old++), 0)
                : new(more.UtcTicks[added], earlier.Count + more.Rows[added], (ushort)more.CodeAt(added++), 0);
            merged.Write(at, new ReadOnlySpan<EventRow>(in row));
            ties |= at > merged.Offsets[user] && merged.UtcTicks[at - 1] == row.UtcTicks;
        }

        merged.UsersWithTies[user >> 6] |= (ties ? 1UL : 0) << user;
    }

    /// <summary>Gets where the events of a user start; the end of all for one who is new.</summary>
    private static int StartIn(EventTable earlier, int user) => earlier.Offsets[Math.Min(user, earlier.Offsets.Length - 1)];
}
