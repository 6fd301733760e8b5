using System.Numerics.Tensors;

namespace UserOps.Models;

/// <summary>Finds the users of whom a dataset knows more than the one it grew out of.</summary>
/// <remarks>Rows are only ever added: more events, a row where there was none, a content where a reference led nowhere.</remarks>
internal static class ChangedUsers
{
    private const int Block = SegmentDefaults.BlockRows;

    /// <summary>Finds them among the users of both datasets, and adds those who are new.</summary>
    /// <param name="before">The earlier dataset.</param>
    /// <param name="now">The later one.</param>
    /// <param name="users">Shape [users of the later one, 64 a word]; clear; takes a bit for each.</param>
    /// <exception cref="ArgumentException">Events of a user are gone: the later dataset did not grow out of the earlier one.</exception>
    internal static void Mark(UserOpsDataset before, UserOpsDataset now, Span<ulong> users)
    {
        if (ReferenceEquals(before, now))
        {
            return;
        }

        MarkGrown(before.Events.Offsets, now, users);
        int known = before.Directory.Count;
        ReadOnlySpan<ulong> rows = before.Users.HasRow;
        for (int word = 0; word < rows.Length; word++)
        {
            users[word] |= rows[word] ^ now.Users.HasRow[word];
        }

        if (before.Contents.Count != now.Contents.Count && before.Events.UnresolvedContents is not null)
        {
            for (int user = 0; user < known; user++)
            {
                users[user >> 6] |= RowKernels.Bit(FoundContent(user, before.Events, now.Events)) << user;
            }
        }

        for (int user = known; user < now.Directory.Count; user++)
        {
            users[user >> 6] |= 1UL << user;
        }
    }

    /// <summary>Marks users with more events: there the distance between the old offset and the new one grows.</summary>
    private static void MarkGrown(ReadOnlySpan<int> offsetsBefore, UserOpsDataset now, Span<ulong> users)
    {
        var shifts = new int[Block + 1];
        var lost = new ulong[Block >> 6];
        int known = offsetsBefore.Length - 1;
        for (int from = 0; from < known; from += Block)
        {
            int count = Math.Min(Block, known - from);
            TensorPrimitives.Subtract(now.Events.Offsets.Slice(from, count + 1), offsetsBefore.Slice(from, count + 1), shifts);
            Span<int> first = shifts.AsSpan(0, count);
            Span<int> next = shifts.AsSpan(1, count);
            int words = BitKernels.WordsFor(count);
            RowKernels.Compare<Less, int>(first, next, users.Slice(from >> 6, words));
            RowKernels.Compare<Less, int>(next, first, lost.AsSpan(0, words));
            if (BitKernels.Count(lost.AsSpan(0, words)) > 0)
            {
                int user = from + Enumerable.Range(0, count).First(i => shifts[i + 1] < shifts[i]);
                throw new ArgumentException($"The dataset did not grow out of the one of this state: user '{now.Directory[user]}' had more events there.");
            }
        }
    }

    private static bool FoundContent(int user, EventTable before, EventTable now)
    {
        int count = before.Offsets[user + 1] - before.Offsets[user];
        return now.Offsets[user + 1] - now.Offsets[user] == count
            && !now.ContentRows.Slice(now.Offsets[user], count).SequenceEqual(before.ContentRows.Slice(before.Offsets[user], count));
    }
}
