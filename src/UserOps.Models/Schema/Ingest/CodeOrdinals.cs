namespace UserOps.Models;

/// <summary>Gives the codes of pending ids their ordinals: known ids keep theirs, new ones follow in order of first sight, user table first.</summary>
internal sealed class CodeOrdinals<TKey>
    where TKey : struct, IKey<TKey>
{
    private readonly KeyTable<TKey> _pending;
    private readonly KeyTable<TKey>? _earlier;
    private readonly int[]? _ordinalOfCode; // null: codes are ordinals

    /// <param name="earlier">Users with ordinals already, or null.</param>
    /// <param name="pending">The ids by code.</param>
    /// <param name="userRows">The codes of the rows of the user table.</param>
    /// <param name="events">The events; codes that occur in neither are nobody's.</param>
    internal CodeOrdinals(KeyTable<TKey>? earlier, KeyTable<TKey> pending, ReadOnlySpan<int> userRows, PendingEvents events)
    {
        _pending = pending;
        bool onlyEvents = earlier is null && userRows.IsEmpty && !events.IsCutDown;
        _earlier = earlier;
        Users = onlyEvents ? pending.Copy() : earlier ?? new KeyTable<TKey>(pending.Count);
        if (onlyEvents)
        {
            return;
        }

        _ordinalOfCode = new int[pending.Count];
        Array.Fill(_ordinalOfCode, -1);
        foreach (int code in userRows)
        {
            Assign(code);
        }

        if (events.IsCutDown)
        {
            foreach (int code in events.Keys.Codes.Span)
            {
                Assign(code);
            }
        }
        else
        {
            // Every code came with a row, so those left came with events, in this order.
            for (int code = 0; code < pending.Count; code++)
            {
                Assign(code);
            }
        }
    }

    /// <summary>Gets everybody; the earlier table itself where nobody is new.</summary>
    internal KeyTable<TKey> Users { get; private set; }

    /// <summary>Gets the ordinals of rows.</summary>
    internal ReadOnlyMemory<int> Of(ReadOnlyMemory<int> codes, Workers workers)
    {
        if (_ordinalOfCode is null)
        {
            return codes;
        }

        const int RowsPerPart = 1 << 18;
        int[] ordinals = GC.AllocateUninitializedArray<int>(codes.Length);
        workers.ForEachRange(ordinals.Length, RowsPerPart, (from, to) =>
        {
            ReadOnlySpan<int> before = codes.Span;
            for (int row = from; row < to; row++)
            {
                ordinals[row] = _ordinalOfCode[before[row]];
            }
        });
        return ordinals;
    }

    private void Assign(int code)
    {
        if (_ordinalOfCode![code] >= 0)
        {
            return;
        }

        if (ReferenceEquals(Users, _earlier))
        {
            if (Users.TryGet(_pending.Keys[code], out _ordinalOfCode[code]))
            {
                return;
            }

            Users = _earlier.Copy();
        }

        _ordinalOfCode[code] = Users.GetOrAdd(_pending.Keys[code], out _);
    }
}
