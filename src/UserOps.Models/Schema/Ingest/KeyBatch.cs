namespace UserOps.Models;

/// <summary>Looks many keys up at once: in the order of their hashes, so that a table larger than the cache is walked, not jumped about in.</summary>
/// <remarks>
/// <para>Keys new to the table are added one by one afterwards, in order of arrival, so that ordinals come in the order of first sight.
/// Batches grow from small to large, which keeps such keys few.</para>
/// <para>While one batch is looked up on another thread, the next one fills. One batch is looked up at a time, in order.</para>
/// </remarks>
internal sealed class KeyBatch<TKey>(KeyTable<TKey> table, RowBuffer<int> ordinals, PendingUserIds owner)
    where TKey : struct, IKey<TKey>
{
    private const int FirstSize = 1 << 12;
    private const int LargestSize = 1 << 16;

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
        private const int BucketBits = 8;
        private const int Unknown = -1;

        private readonly TKey[] _keys = new TKey[capacity];
        private readonly uint[] _hashes = new uint[capacity];
        private readonly int[] _order = new int[capacity];
        private readonly int[] _found = new int[capacity];
        private int _count;

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
            OrderByBucket(_hashes.AsSpan(0, _count));
            foreach (int i in _order.AsSpan(0, _count))
            {
                _found[i] = table.TryGet(_keys[i], _hashes[i], out int ordinal) ? ordinal : Unknown;
            }

            AddUnknown(table);
            ordinals.Add(_found.AsSpan(0, _count));
            _keys.AsSpan(0, _count).Clear();
            _count = 0;
        }

        private void OrderByBucket(ReadOnlySpan<uint> hashes)
        {
            Span<int> next = stackalloc int[1 << BucketBits];
            next.Clear();
            foreach (uint hash in hashes)
            {
                next[(int)(hash >> (32 - BucketBits))]++;
            }

            int at = 0;
            for (int bucket = 0; bucket < next.Length; bucket++)
            {
                (next[bucket], at) = (at, at + next[bucket]);
            }

            for (int i = 0; i < hashes.Length; i++)
            {
                _order[next[(int)(hashes[i] >> (32 - BucketBits))]++] = i;
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
