namespace UserOps.Models;

/// <summary>Finds events that equal an earlier one of the same user in instant, name, content and every property.</summary>
internal sealed class IdenticalEvents : IEqualityComparer<int>
{
    private readonly SortedEvents _events;
    private readonly ContentReferences? _contents;
    private readonly IReadOnlyList<ColumnBuffer> _columns;
    private readonly List<int> _kept = [];

    internal IdenticalEvents(SortedEvents events, ContentReferences? contents, IReadOnlyList<ColumnBuffer> columns)
    {
        _events = events;
        _contents = contents;
        _columns = columns;
        for (int user = 0; user + 1 < events.Offsets.Length; user++)
        {
            FindIn(events.Offsets[user], events.Offsets[user + 1]);
        }
    }

    /// <summary>Gets the rows left out.</summary>
    internal List<int> Dropped { get; } = [];

    /// <inheritdoc/>
    bool IEqualityComparer<int>.Equals(int left, int right)
    {
        (int leftRow, int rightRow) = (_events.Rows[left], _events.Rows[right]);
        return _events.CodeAt(left) == _events.CodeAt(right)
            && (_contents is null || _contents[leftRow] == _contents[rightRow])
            && _columns.All(column => column.AreEqual(leftRow, rightRow));
    }

    /// <inheritdoc/>
    int IEqualityComparer<int>.GetHashCode(int index)
    {
        int row = _events.Rows[index];
        var hash = default(HashCode);
        hash.Add(_events.CodeAt(index));
        hash.Add(_contents?[row]);
        foreach (ColumnBuffer column in _columns)
        {
            hash.Add(column.HashOf(row));
        }

        return hash.ToHashCode();
    }

    /// <summary>Gives the events without those left out.</summary>
    internal SortedEvents Kept()
    {
        if (Dropped.Count == 0)
        {
            return _events;
        }

        SortedEvents kept = _events.OnlyAt([.. _kept]);
        for (int user = 0, at = 0; user + 1 < kept.Offsets.Length; user++)
        {
            int start = at;
            while (at < _kept.Count && _kept[at] < _events.Offsets[user + 1])
            {
                if (at > start && kept.UtcTicks[at - 1] == kept.UtcTicks[at])
                {
                    kept.UsersWithTies[user >> 6] |= 1UL << (user & 63);
                }

                at++;
            }

            kept.Offsets[user + 1] = at;
        }

        return kept;
    }

    private void FindIn(int start, int end)
    {
        for (int index = start; index < end;)
        {
            int next = index + 1;
            while (next < end && _events.UtcTicks[next] == _events.UtcTicks[index])
            {
                next++;
            }

            KeepDistinct(index, next);
            index = next;
        }
    }

    private void KeepDistinct(int start, int end)
    {
        if (end - start == 1)
        {
            _kept.Add(start);
            return;
        }

        var seen = new HashSet<int>(this);
        for (int index = start; index < end; index++)
        {
            if (seen.Add(index))
            {
                _kept.Add(index);
            }
            else
            {
                Dropped.Add(_events.Rows[index]);
            }
        }
    }
}
