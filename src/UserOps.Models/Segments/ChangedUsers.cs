namespace UserOps.Models;

/// <summary>Finds the users of whom a dataset knows more than the one it grew out of.</summary>
/// <remarks>Rows are only ever added: more events, a row where there was none, a content where a reference led nowhere.</remarks>
internal static class ChangedUsers
{
    /// <summary>Finds them among the users of both datasets, and adds those who are new.</summary>
    /// <param name="before">The earlier dataset.</param>
    /// <param name="now">The later one.</param>
    /// <param name="users">Shape [users of the later one, 64 a word]; takes a bit for each.</param>
    /// <exception cref="ArgumentException">Events of a user are gone: the later dataset did not grow out of the earlier one.</exception>
    internal static void Mark(UserOpsDataset before, UserOpsDataset now, Span<ulong> users)
    {
        if (ReferenceEquals(before, now))
        {
            return;
        }

        ReadOnlySpan<int> offsetsBefore = before.Events.Offsets;
        ReadOnlySpan<int> offsets = now.Events.Offsets;
        bool contentsCame = before.Contents.Count != now.Contents.Count && before.Events.UnresolvedContents is not null;
        for (int user = 0; user < before.Directory.Count; user++)
        {
            int more = offsets[user + 1] - offsets[user] - (offsetsBefore[user + 1] - offsetsBefore[user]);
            if (more < 0)
            {
                throw new ArgumentException($"The dataset did not grow out of the one of this state: user '{now.Directory[user]}' had more events there.");
            }

            bool changed = more != 0 | now.Users.HasRowOf(user) != before.Users.HasRowOf(user);
            users[user >> 6] |= RowKernels.Bit(changed || (contentsCame && FoundContent(user, before.Events, now.Events))) << user;
        }

        for (int user = before.Directory.Count; user < now.Directory.Count; user++)
        {
            users[user >> 6] |= 1UL << user;
        }
    }

    private static bool FoundContent(int user, EventTable before, EventTable now)
    {
        int count = now.Offsets[user + 1] - now.Offsets[user];
        return !now.ContentRows.Slice(now.Offsets[user], count).SequenceEqual(before.ContentRows.Slice(before.Offsets[user], count));
    }
}
