namespace UserOps.Models.Rfm;

/// <summary>What all entries of each user of a value list come to: an answer wherever nothing cuts them. Immutable, kept with the table.</summary>
internal sealed class ValueTotals
{
    /// <summary>Gets the local date of the first entry: shape [users of the list].</summary>
    internal required int[] FirstDays { get; init; }

    /// <summary>Gets the local date of the last entry: shape [users of the list].</summary>
    internal required int[] LastDays { get; init; }

    /// <summary>Gets how many local dates have an entry: shape [users of the list].</summary>
    internal required int[] Days { get; init; }

    /// <summary>Gets how many entries there are: shape [users of the list].</summary>
    internal required int[] Entries { get; init; }

    /// <summary>Gets the sum of the amounts: shape [users of the list]; empty where money is not asked.</summary>
    internal required long[] Units { get; init; }

    /// <summary>Gets the totals of a list whose amounts add up plainly; built on first use.</summary>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    internal static ValueTotals Of(ValueList list, EventTable events, Workers workers)
        => events.SideStructures.GetOrAdd(new Key(list), _ => Build(list, workers));

    private static ValueTotals Build(ValueList list, Workers workers)
    {
        int users = list.Users.Length;
        var totals = new ValueTotals
        {
            FirstDays = new int[users],
            LastDays = new int[users],
            Days = new int[users],
            Entries = new int[users],
            Units = new long[list.Units.Length == 0 ? 0 : users],
        };
        List<UserRange> ranges = UserRange.Cut(list.Offsets, workers.Threads * UserRange.RangesPerThread);
        workers.ForEach(ranges.Count, part => totals.Fill(list, ranges[part]));
        return totals;
    }

    private void Fill(ValueList list, UserRange places)
    {
        Range range = places.From..places.To;
        ReadOnlySpan<int> offsets = list.Offsets.AsSpan(places.From, places.To - places.From + 1);
        PurchaseKernels.CountDays(offsets, list.Days, FirstDays.AsSpan(range), LastDays.AsSpan(range), Days.AsSpan(range), Entries.AsSpan(range));
        if (Units.Length > 0)
        {
            PurchaseKernels.AddUp(offsets, list.Units, Units.AsSpan(range));
        }
    }

    /// <summary>The list itself: it is built once and kept, so its reference says what it holds.</summary>
    private sealed record Key(ValueList List);
}
