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
        UtcTicks = _earlier is null ? pending.UtcTicks.Memory : (long[])[.. _earlier.UtcTicks, .. pending.UtcTicks.Span];
        (Names, NameCodes) = _earlier is null ? (pending.Names.ToImmutable(), pending.NameCodes.Memory) : JoinNames(_earlier, pending);
    }

    internal PendingEvents Pending { get; }

    internal int EarlierCount => _earlier?.Count ?? 0;

    internal int Count => EarlierCount + Pending.Count;

    internal IReadOnlyList<ColumnBuffer> Columns { get; }

    internal ReadOnlyMemory<long> UtcTicks { get; }

    internal ImmutableArray<string> Names { get; }

    internal ReadOnlyMemory<ushort> NameCodes { get; }

    /// <summary>Puts the ordinals of the earlier events before those of the pending ones.</summary>
    internal ReadOnlyMemory<int> JoinUsers(ReadOnlyMemory<int> pending)
    {
        if (_earlier is null)
        {
            return pending;
        }

        int[] users = GC.AllocateUninitializedArray<int>(Count);
        for (int user = 0; user + 1 < _earlier.Offsets.Length; user++)
        {
            users.AsSpan(_earlier.Offsets[user].._earlier.Offsets[user + 1]).Fill(user);
        }

        pending.Span.CopyTo(users.AsSpan(EarlierCount));
        return users;
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
        ushort[] codes = GC.AllocateUninitializedArray<ushort>(earlier.Count + pending.Count);
        for (int i = 0; i < earlier.Count; i++)
        {
            codes[i] = (ushort)earlier.CodeAt(i);
        }

        ReadOnlySpan<ushort> more = pending.NameCodes.Span;
        for (int i = 0; i < more.Length; i++)
        {
            codes[earlier.Count + i] = codeOf[more[i]];
        }

        return (all.Names.ToImmutable(), codes);
    }
}
