namespace UserOps.Models;

/// <summary>Rows of events in the order of the table: users end to end, each user's by instant, equal instants by arrival.</summary>
internal sealed class SortedEvents
{
    private SortedEvents(int users, long[] utcTicks, bool wideCodes, bool withRows)
    {
        Offsets = new int[users + 1];
        UsersWithTies = new ulong[BitKernels.WordsFor(users)];
        int events = utcTicks.Length;
        UtcTicks = utcTicks;
        NarrowCodes = wideCodes ? null : GC.AllocateUninitializedArray<byte>(events);
        WideCodes = wideCodes ? GC.AllocateUninitializedArray<ushort>(events) : null;
        Rows = withRows ? GC.AllocateUninitializedArray<int>(events) : [];
    }

    /// <summary>Gets where each user's events start: shape [users + 1].</summary>
    internal int[] Offsets { get; }

    /// <summary>Gets one bit per user: set where two events share an instant.</summary>
    internal ulong[] UsersWithTies { get; }

    internal long[] UtcTicks { get; }

    /// <summary>Gets the event codes when a byte holds every one of them; else null.</summary>
    internal byte[]? NarrowCodes { get; }

    /// <summary>Gets the event codes when a byte does not hold every one of them; else null.</summary>
    internal ushort[]? WideCodes { get; }

    /// <summary>Gets the row of arrival of each event; empty when nobody asked for it.</summary>
    internal int[] Rows { get; }

    internal int CodeAt(int index) => NarrowCodes is not null ? NarrowCodes[index] : WideCodes![index];

    /// <summary>Makes the arrays; their contents are up to the caller, save for offsets and ties, which are zero.</summary>
    internal static SortedEvents Allocate(int users, int events, SortedShape shape)
        => Over(GC.AllocateUninitializedArray<long>(events), users, shape);

    /// <summary>Makes the arrays but one: memory that nobody needs any longer takes the instants.</summary>
    internal static SortedEvents Over(long[] utcTicks, int users, SortedShape shape) => new(users, utcTicks, shape.WideCodes, shape.WithRows);

    /// <summary>Writes sorted rows, from an index on.</summary>
    internal void Write(int at, ReadOnlySpan<EventRow> sorted)
    {
        Span<long> utcTicks = UtcTicks.AsSpan(at, sorted.Length);
        Span<int> rows = Rows.Length == 0 ? [] : Rows.AsSpan(at, sorted.Length);
        if (NarrowCodes is not null)
        {
            IngestKernels.Write<byte>(sorted, utcTicks, NarrowCodes.AsSpan(at, sorted.Length), rows);
        }
        else
        {
            IngestKernels.Write<ushort>(sorted, utcTicks, WideCodes.AsSpan(at, sorted.Length), rows);
        }
    }

    /// <summary>Copies some of the events; offsets and ties are zero.</summary>
    /// <param name="indices">Ascending.</param>
    internal SortedEvents OnlyAt(ReadOnlySpan<int> indices)
    {
        SortedEvents some = Allocate(Offsets.Length - 1, indices.Length, new(WideCodes is not null, WithRows: true));
        for (int i = 0; i < indices.Length; i++)
        {
            EventRow row = new(UtcTicks[indices[i]], Rows[indices[i]], (ushort)CodeAt(indices[i]), 0);
            some.Write(i, new ReadOnlySpan<EventRow>(in row));
        }

        return some;
    }
}
