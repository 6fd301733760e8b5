namespace UserOps.Models;

/// <summary>Looks keys up in batches on another thread: while one batch is looked up, the next one fills. One at a time, in order.</summary>
/// <remarks>
/// A table of many users is larger than the cache, and so are their ids. Keys are looked for a few dozen at a time by hash alone, then
/// fetched from memory together, then compared; keys new to the table are added afterwards, in order of arrival, so that ordinals come in
/// the order of first sight. Batches grow from small to large, which keeps such keys few.
/// </remarks>
internal sealed class KeyBatch<TKey>(KeyTable<TKey> table, RowBuffer<int> ordinals, PendingUserIds owner)
    where TKey : struct, IKey<TKey>
{
    private const int FirstSize = 1 << 12;

    // Texts that wait here outlive a collection; four times as many made a reader a tenth slower.
    private const int LargestSize = 1 << 14;

    private Keys _filling = new(FirstSize);
    private Keys _lookedUp = new(FirstSize);

    internal void Add(TKey key)
    {
        if (!_filling.Add(key))
        {
            HandOver();
            _filling.Add(key);
        }
    }

    /// <summary>Gives every key added so far its ordinal.</summary>
    internal void Flush()
    {
        owner.LookUps.GetAwaiter().GetResult();
        _filling.LookUp(table, ordinals);
    }

    private void HandOver()
    {
        owner.LookUps.GetAwaiter().GetResult();
        (_filling, _lookedUp) = (_lookedUp, _filling);
        Keys full = _lookedUp;
        owner.LookUps = Task.Run(() => full.LookUp(table, ordinals));
        if (_filling.Capacity < LargestSize)
        {
            _filling = new Keys(Math.Min(2 * full.Capacity, LargestSize));
        }
    }

    /// <summary>One batch.</summary>
    private sealed class Keys(int capacity)
    {
        private const int Unknown = -1;

        // Few enough to stay in the first cache.
        private const int TouchedKeys = 64;

        private readonly TKey[] _keys = new TKey[capacity];
        private readonly uint[] _hashes = new uint[capacity];
        private readonly int[] _found = new int[capacity];
        private int _count;
        private int _touched;

        internal int Capacity => _keys.Length;

        internal bool Add(TKey key)
        {
            if (_count == _keys.Length)
            {
                return false;
            }

            // Hashed while it is at hand: by the time the batch is full, a text has long left the cache.
            _hashes[_count] = key.Hash();
            _keys[_count++] = key;
            return true;
        }

        internal void LookUp(KeyTable<TKey> table, RowBuffer<int> ordinals)
        {
            for (int start = 0; start < _count; start += TouchedKeys)
            {
                int end = Math.Min(start + TouchedKeys, _count);
                if (TKey.KeepsHash)
                {
                    FindLikely(table, start, end);
                }

                Find(table, start, end);
            }

            AddUnknown(table);
            ordinals.Add(_found.AsSpan(0, _count));
            _keys.AsSpan(0, _count).Clear();
            _count = 0;
        }

        /// <summary>Finds keys by their hashes alone, and has them and those in the table fetched from memory for the comparison.</summary>
        private void FindLikely(KeyTable<TKey> table, int start, int end)
        {
            for (int i = start; i < end; i++)
            {
                _found[i] = table.LikelyOrdinal(_hashes[i]);
            }

            ReadOnlySpan<TKey> known = table.Keys;
            for (int i = start; i < end; i++)
            {
                _touched += _found[i] < 0 ? 0 : _keys[i].Touch() + known[_found[i]].Touch();
            }
        }

        private void Find(KeyTable<TKey> table, int start, int end)
        {
            for (int i = start; i < end; i++)
            {
                _found[i] = table.TryGet(_keys[i], _hashes[i], out int ordinal) ? ordinal : Unknown;
            }
        }

        private void AddUnknown(KeyTable<TKey> table)
        {
            for (int i = 0; i < _count; i++)
            {
                if (_found[i] == Unknown)
                {
                    _found[i] = table.GetOrAdd(_keys[i], _hashes[i], out _);
                }
            }
        }
    }
}
