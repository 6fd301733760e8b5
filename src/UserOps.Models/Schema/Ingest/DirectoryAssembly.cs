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
        return new ResolvedUsers(
            Grown(ordinals.Users.Count, () => directoryOf(ordinals.Users)),
            ordinals.Of(users.Keys.Codes.Memory, workers),
            events.Sort(ordinals.Of(events.Pending.Keys.Codes.Memory, workers), ordinals.Users.Count, shape, workers));
    }

    private ResolvedUsers ByNumber(KeyTable<NumberKey>? before)
    {
        KeyTable<NumberKey> known = before?.Copy() ?? new KeyTable<NumberKey>();
        int[] userRows = OrdinalsOf(known, users.Keys.Numbers.Span);
        (SortedEvents sorted, KeyTable<NumberKey> all) = NumberEventSort.Sort(
            events.Pending.Keys.Numbers.Memory, events.Pending.UtcTicks.Memory, events.PendingCodes, known.Count == 0 ? null : known, shape, workers);
        return new ResolvedUsers(Grown(all.Count, () => new UserDirectory(all, earlier?.Directory)), userRows, sorted);
    }

    private ResolvedUsers ByNumberAfter(KeyTable<NumberKey> before)
    {
        KeyTable<NumberKey> all = before;
        int[] userRows = OrdinalsOf(ref all, before, users.Keys.Numbers.Span);
        int[] eventRows = OrdinalsOf(ref all, before, events.Pending.Keys.Numbers.Span);
        return new ResolvedUsers(
            Grown(all.Count, () => new UserDirectory(all, earlier!.Directory)),
            userRows,
            events.Sort(eventRows, all.Count, shape, workers));
    }

    private ResolvedUsers WithoutUsers(UserDirectory? before)
    {
        UserDirectory directory = before ?? new UserDirectory([], null);
        return new ResolvedUsers(directory, default, events.Sort(default, directory.Count, shape, workers));
    }

    /// <summary>Keeps the directory that nobody joined: sets of the old dataset and the new one then share it.</summary>
    private UserDirectory Grown(int count, Func<UserDirectory> grown)
        => earlier is not null && earlier.Directory.Count == count ? earlier.Directory : grown();

    /// <summary>Finds ordinals; the first user who is new makes a table of their own.</summary>
    private static int[] OrdinalsOf(ref KeyTable<NumberKey> table, KeyTable<NumberKey> before, ReadOnlySpan<long> numbers)
    {
        int[] ordinals = GC.AllocateUninitializedArray<int>(numbers.Length);
        for (int row = 0; row < ordinals.Length; row++)
        {
            if (!table.TryGet(numbers[row], out ordinals[row]))
            {
                table = ReferenceEquals(table, before) ? before.Copy() : table;
                ordinals[row] = table.GetOrAdd(numbers[row], out _);
            }
        }

        return ordinals;
    }

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
