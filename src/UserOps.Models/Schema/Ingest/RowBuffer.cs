namespace UserOps.Models;

/// <summary>Values of the rows read so far: grows at the end, and can be cut back when a call fails.</summary>
/// <remarks>Values that a caller hands over as one ready column are borrowed, not copied, as long as nothing follows them.</remarks>
internal sealed class RowBuffer<T>
{
    private const int FirstCapacity = 256;

    // While values are borrowed there are no items, so that whatever is added finds no room and copies them first.
    private T[] _items = [];
    private ReadOnlyMemory<T> _borrowed;

    internal int Count { get; private set; }

    internal ReadOnlyMemory<T> Memory => _borrowed.IsEmpty ? _items.AsMemory(0, Count) : _borrowed;

    internal ReadOnlySpan<T> Span => Memory.Span;

    internal void Add(T value)
    {
        int count = Count;
        T[] items = _items;
        if ((uint)count < (uint)items.Length)
        {
            items[count] = value;
            Count = count + 1;
        }
        else
        {
            MakeRoom(1);
            _items[Count++] = value;
        }
    }

    internal void Add(ReadOnlySpan<T> values)
    {
        MakeRoom(values.Length);
        values.CopyTo(_items.AsSpan(Count));
        Count += values.Length;
    }

    /// <summary>Takes a ready column; without a copy when it is the first.</summary>
    internal void Borrow(ReadOnlyMemory<T> values)
    {
        if (Count == 0)
        {
            _items = [];
            _borrowed = values;
            Count = values.Length;
        }
        else
        {
            Add(values.Span);
        }
    }

    internal void AddRepeated(T value, int count)
    {
        MakeRoom(count);
        _items.AsSpan(Count, count).Fill(value);
        Count += count;
    }

    /// <summary>Makes sure that so many more values fit without another copy.</summary>
    internal void MakeRoom(int more)
    {
        long needed = (long)Count + more;
        if (needed <= _items.Length)
        {
            return;
        }

        ReadOnlyMemory<T> held = Memory;
        long roomy = Math.Max(needed, Math.Max(FirstCapacity, 2L * _items.Length));
        var items = new T[Math.Min(roomy, Array.MaxLength)];
        held.Span.CopyTo(items);
        _items = items;
        _borrowed = default;
    }

    internal void Truncate(int count)
    {
        Count = count;
        _borrowed = _borrowed.IsEmpty ? _borrowed : _borrowed[..count];
    }
}
