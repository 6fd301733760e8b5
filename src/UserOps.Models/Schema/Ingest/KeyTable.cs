using System.Runtime.CompilerServices;

namespace UserOps.Models;

/// <summary>Keys to ordinals and back; ordinals are given in the order of first sight.</summary>
/// <remarks>Open addressing with linear probing. The slot of a key follows from the upper bits of its hash, whatever the number of slots.</remarks>
internal sealed class KeyTable<TKey>
    where TKey : struct, IKey<TKey>
{
    private const int FirstCapacity = 16;

    // Two slots a key: short runs, and 8 bytes a key.
    private const int SlotsPerKey = 2;

    private TKey[] _keys;
    private int[] _slots; // ordinal + 1; 0 is free
    private uint[] _hashes; // one a slot, or none

    internal KeyTable(int capacity = FirstCapacity)
        : this(new TKey[Math.Max(capacity, FirstCapacity)], 0)
    {
    }

    private KeyTable(TKey[] keys, int count)
    {
        _keys = keys;
        Count = count;
        FillSlots();
    }

    private KeyTable(KeyTable<TKey> other)
    {
        _keys = [.. other._keys];
        _slots = [.. other._slots];
        _hashes = [.. other._hashes];
        Count = other.Count;
    }

    internal int Count { get; private set; }

    internal ReadOnlySpan<TKey> Keys => _keys.AsSpan(0, Count);

    /// <summary>Makes a table of distinct keys in the order of their ordinals; the array is the table's from then on.</summary>
    internal static KeyTable<TKey> Of(TKey[] distinct) => new(distinct, distinct.Length);

    internal bool TryGet(TKey key, out int ordinal) => TryGet(key, key.Hash(), out ordinal);

    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="ordinal">The ordinal; -1 when there is none.</param>
    internal bool TryGet(TKey key, uint hash, out int ordinal)
    {
        ordinal = _slots[FindSlot(key, hash)] - 1;
        return ordinal >= 0;
    }

    /// <summary>Gets the first ordinal whose key has a hash, almost always the one that is looked for; -1 when there is none.</summary>
    /// <remarks>Only for keys that keep their hash.</remarks>
    internal int LikelyOrdinal(uint hash)
    {
        int[] slots = _slots;
        uint[] hashes = _hashes;
        int slot = (int)((ulong)hash * (uint)slots.Length >> 32);
        while (slots[slot] != 0 && hashes[slot] != hash)
        {
            slot = slot + 1 == slots.Length ? 0 : slot + 1;
        }

        return slots[slot] - 1;
    }

    /// <summary>Gets the ordinal of a key; a new key gets the next one.</summary>
    internal int GetOrAdd(TKey key, out bool isNew) => GetOrAdd(key, key.Hash(), out isNew);

    internal int GetOrAdd(TKey key, uint hash, out bool isNew)
    {
        int slot = FindSlot(key, hash);
        isNew = _slots[slot] == 0;
        if (!isNew)
        {
            return _slots[slot] - 1;
        }

        if (Count == _keys.Length)
        {
            Grow();
            slot = FindSlot(key, hash);
        }

        _keys[Count] = key;
        _slots[slot] = ++Count;
        if (TKey.KeepsHash)
        {
            _hashes[slot] = hash;
        }

        return Count - 1;
    }

    internal KeyTable<TKey> Copy() => new(this);

    /// <summary>Forgets the keys seen last.</summary>
    internal void Truncate(int count)
    {
        if (count != Count)
        {
            Count = count;
            FillSlots();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FindSlot(TKey key, uint hash)
    {
        int[] slots = _slots;
        int slot = (int)((ulong)hash * (uint)slots.Length >> 32);
        while (slots[slot] != 0 && !Holds(slot, key, hash))
        {
            slot = slot + 1 == slots.Length ? 0 : slot + 1;
        }

        return slot;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Holds(int slot, TKey key, uint hash)
        => (!TKey.KeepsHash || _hashes[slot] == hash) && _keys[_slots[slot] - 1].Equals(key);

    private void Grow()
    {
        Array.Resize(ref _keys, (int)Math.Min(Math.Max(FirstCapacity, 2L * _keys.Length), Array.MaxLength / SlotsPerKey));
        FillSlots();
    }

    [System.Diagnostics.CodeAnalysis.MemberNotNull(nameof(_slots), nameof(_hashes))]
    private void FillSlots()
    {
        _slots = new int[Math.Max(1, Math.Min((long)_keys.Length * SlotsPerKey, Array.MaxLength))];
        _hashes = TKey.KeepsHash ? new uint[_slots.Length] : [];
        for (int ordinal = 0; ordinal < Count; ordinal++)
        {
            uint hash = _keys[ordinal].Hash();
            int slot = (int)((ulong)hash * (uint)_slots.Length >> 32);
            while (_slots[slot] != 0)
            {
                slot = slot + 1 == _slots.Length ? 0 : slot + 1;
            }

            _slots[slot] = ordinal + 1;
            if (TKey.KeepsHash)
            {
                _hashes[slot] = hash;
            }
        }
    }
}
