using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace UserOps.Models;

/// <summary>The rows of an earlier event log, in its order, and pending rows after them: one sequence of arrival.</summary>
internal sealed class JoinedEvents
{
    private readonly EventTable? _earlier;

    internal JoinedEvents(EventTable? earlier, PendingEvents pending)
    {
        _earlier = earlier is { Count: > 0 } ? earlier : null;
        Pending = pending;
        Columns = ColumnAssembly.Join(earlier?.Columns, EarlierCount, pending.Columns, pending.Count);
        (Names, PendingCodes) = _earlier is null ? (pending.Names.ToImmutable(), pending.NameCodes.Memory) : JoinNames(_earlier, pending);
    }

    internal PendingEvents Pending { get; }

    internal int EarlierCount => _earlier?.Count ?? 0;

    internal int Count => EarlierCount + Pending.Count;

    internal IReadOnlyList<ColumnBuffer> Columns { get; }

    internal ImmutableArray<string> Names { get; }

    /// <summary>Gets the codes of the pending rows, among the names of both.</summary>
    internal ReadOnlyMemory<ushort> PendingCodes { get; }

    /// <summary>Gets the name of a row of this sequence.</summary>
    internal string NameOf(int row) => Names[row < EarlierCount ? _earlier!.CodeAt(row) : PendingCodes.Span[row - EarlierCount]];

    /// <summary>Sorts all events.</summary>
    /// <param name="pendingUsers">The ordinal of each pending row.</param>
    /// <param name="users">How many users there are.</param>
    /// <param name="shape">What the result needs.</param>
    /// <param name="workers">Threads.</param>
    internal SortedEvents Sort(ReadOnlyMemory<int> pendingUsers, int users, SortedShape shape, Workers workers)
    {
        SortedShape pendingShape = _earlier is null ? shape : shape with { WithRows = true }; // a merge has to say which row went where
        SortedEvents pending = OrdinalEventSort.Sort(pendingUsers, Pending.UtcTicks.Memory, PendingCodes, users, pendingShape, workers);
        return _earlier is null ? pending : EventMerge.Of(_earlier, pending, shape, workers);
    }

    /// <summary>Gets the order of arrival of sorted rows: earlier events keep theirs, pending ones come after them.</summary>
    /// <param name="rows">Rows of this sequence, in any order; overwritten.</param>
    internal int[] ArrivalOf(int[] rows)
    {
        if (_earlier is not { Arrival.IsEmpty: false })
        {
            return rows;
        }

        // Rows that were left out leave gaps, so the last arrival can lie beyond the number of earlier events.
        int gaps = TensorPrimitives.Max(_earlier.Arrival) + 1 - EarlierCount;
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = rows[i] < EarlierCount ? _earlier.Arrival[rows[i]] : rows[i] + gaps;
        }

        return rows;
    }

    internal ContentReferences? ResolveContents(ContentTable contents) => ContentReferences.Join(_earlier, Pending, contents);

    private static (ImmutableArray<string> Names, ReadOnlyMemory<ushort> Codes) JoinNames(EventTable earlier, PendingEvents pending)
    {
        var all = new PendingEvents(new IngestOptions(), pending.Ids);
        foreach (string name in earlier.Names)
        {
            all.CodeOfName(name);
        }

        ushort[] codeOf = [.. pending.Names.ToImmutable().Select(all.CodeOfName)];
        ushort[] codes = GC.AllocateUninitializedArray<ushort>(pending.Count);
        ReadOnlySpan<ushort> own = pending.NameCodes.Span;
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = codeOf[own[i]];
        }

        return (all.Names.ToImmutable(), codes);
    }
}
