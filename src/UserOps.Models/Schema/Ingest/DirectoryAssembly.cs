namespace UserOps.Models;

/// <summary>Finds out who the rows are about, and sorts the events by user and instant.</summary>
internal sealed class DirectoryAssembly(UserOpsDataset? earlier, PendingUsers users, JoinedEvents events, SortedShape shape, Workers workers)
{
    internal ResolvedUsers Resolve()
    {
        UserDirectory? before = earlier?.Directory;
        PendingUserIds.RequireSame(before?.Kind ?? UserIdKind.None, users.Ids.Kind);
        return users.Ids.Kind switch
        {
            UserIdKind.Text => ByCode(before?.Texts, users.Ids.Texts, table => new UserDirectory(table, before)),
            UserIdKind.Unique => ByCode(before?.Uniques, users.Ids.Uniques, table => new UserDirectory(table, before)),
            UserIdKind.Number when events.EarlierCount == 0 => ByNumber(before?.Numbers),
            UserIdKind.Number => ByNumberAfter(before!.Numbers!),
            _ => WithoutUsers(before),
        };
    }

    private ResolvedUsers ByCode<TKey>(
        KeyTable<TKey>? before, KeyTable<TKey> pending, Func<KeyTable<TKey>, UserDirectory> directoryOf)
        where TKey : struct, IKey<TKey>
    {
        var ordinals = new CodeOrdinals<TKey>(before, pending, users.Keys.Codes.Span, events.Pending);
        ReadOnlyMemory<int> eventUsers = events.JoinUsers(ordinals.Of(events.Pending.Keys.Codes.Memory, workers));
        return new ResolvedUsers(
            Grown(ordinals.Users.Count, () => directoryOf(ordinals.Users)),
            ordinals.Of(users.Keys.Codes.Memory, workers),
            Sort(eventUsers, ordinals.Users.Count));
    }

    private ResolvedUsers ByNumber(KeyTable<NumberKey>? before)
    {
        KeyTable<NumberKey> known = before?.Copy() ?? new KeyTable<NumberKey>();
        int[] userRows = OrdinalsOf(known, users.Keys.Numbers.Span);
        (SortedEvents sorted, KeyTable<NumberKey> all) = NumberEventSort.Sort(
            events.Pending.Keys.Numbers.Memory, events.UtcTicks, events.NameCodes, known.Count == 0 ? null : known, shape, workers);
        return new ResolvedUsers(Grown(all.Count, () => new UserDirectory(all, earlier?.Directory)), userRows, sorted);
    }

    private ResolvedUsers ByNumberAfter(KeyTable<NumberKey> before)
    {
        KeyTable<NumberKey> all = before.Copy();
        int[] userRows = OrdinalsOf(all, users.Keys.Numbers.Span);
        int[] eventRows = OrdinalsOf(all, events.Pending.Keys.Numbers.Span);
        return new ResolvedUsers(
            Grown(all.Count, () => new UserDirectory(all, earlier!.Directory)),
            userRows,
            Sort(events.JoinUsers(eventRows), all.Count));
    }

    private ResolvedUsers WithoutUsers(UserDirectory? before)
    {
        UserDirectory directory = before ?? new UserDirectory([], null);
        return new ResolvedUsers(directory, default, Sort(events.JoinUsers(default), directory.Count));
    }

    private SortedEvents Sort(ReadOnlyMemory<int> ordinals, int userCount)
        => OrdinalEventSort.Sort(ordinals, events.UtcTicks, events.NameCodes, userCount, shape, workers);

    /// <summary>Keeps the directory that nobody joined: sets of the old dataset and the new one then share it.</summary>
    private UserDirectory Grown(int count, Func<UserDirectory> grown)
        => earlier is not null && earlier.Directory.Count == count ? earlier.Directory : grown();

    private static int[] OrdinalsOf(KeyTable<NumberKey> table, ReadOnlySpan<long> numbers)
    {
        int[] ordinals = GC.AllocateUninitializedArray<int>(numbers.Length);
        for (int row = 0; row < ordinals.Length; row++)
        {
            ordinals[row] = table.GetOrAdd(numbers[row], out _);
        }

        return ordinals;
    }
}
