namespace UserOps.Models;

/// <summary>The users of one bucket of numbers, in order of first sight; small enough to stay in the first cache.</summary>
internal sealed class BucketUsers
{
    private const int FirstCapacity = 1 << 10;
    private const int SlotsPerKey = 4;

    private long[] _keys = new long[FirstCapacity];
    private int[] _slots = new int[SlotsPerKey * FirstCapacity]; // local + 1; 0 is free

    internal int Count { get; private set; }

    internal ReadOnlySpan<long> Keys => _keys.AsSpan(0, Count);

    internal void Clear()
    {
        Count = 0;
        Array.Clear(_slots);
    }

    /// <summary>Gets the place of each row's user.</summary>
    internal void FindLocals(ReadOnlySpan<long> rowKeys, Span<int> locals)
    {
        for (int i = 0; i < rowKeys.Length; i++)
        {
            locals[i] = LocalOf(rowKeys[i]);
        }
    }

    private int LocalOf(long key)
    {
        int[] slots = _slots;
        int slot = SlotOf(key, slots.Length);
        while (true)
        {
            int local = slots[slot] - 1;
            if (local < 0)
            {
                return Add(key, slot);
            }

            if (_keys[local] == key)
            {
                return local;
            }

            slot = (slot + 1) & (slots.Length - 1);
        }
    }

    // The upper bits of the hash chose the bucket and are the same for all its users; the lower ones tell them apart.
    private static int SlotOf(long key, int slots) => (int)new NumberKey(key).Hash() & (slots - 1);

    private int Add(long key, int slot)
    {
        if (Count == _keys.Length)
        {
            Grow();
            slot = FreeSlotOf(key);
        }

        _keys[Count] = key;
        _slots[slot] = ++Count;
        return Count - 1;
    }

    private void Grow()
    {
        Array.Resize(ref _keys, 2 * _keys.Length);
        _slots = new int[SlotsPerKey * _keys.Length];
        for (int local = 0; local < Count; local++)
        {
            _slots[FreeSlotOf(_keys[local])] = local + 1;
        }
    }

    private int FreeSlotOf(long key)
    {
        int slot = SlotOf(key, _slots.Length);
        while (_slots[slot] != 0)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }
}
