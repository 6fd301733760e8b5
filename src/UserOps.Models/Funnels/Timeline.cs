namespace UserOps.Models.Funnels;

/// <summary>The events one chain can see: one user, or one user and one held value. Filled, searched, cleared and filled again.</summary>
internal sealed class Timeline
{
    private long[] _ticks = new long[64];
    private ulong[] _canFill = new ulong[64];
    private ulong[] _matches = new ulong[64];
    private int[] _rows = new int[64];
    private int[] _groupFirst = new int[65];
    private ulong[] _groupFill = new ulong[64];
    private ulong[] _groupAllMatch = new ulong[64];
    private ulong[] _fillFrom = new ulong[64];
    private long[] _excludedTicks = [];
    private ulong[] _excluded = [];
    private int[] _excludedRows = [];

    /// <summary>Gets the number of events.</summary>
    internal int Count { get; private set; }

    /// <summary>Gets the number of groups: events that share an instant, or single events where arrival decides.</summary>
    internal int GroupCount { get; private set; }

    internal ReadOnlySpan<long> Ticks => _ticks.AsSpan(0, Count);

    /// <summary>Gets the steps each event may fill.</summary>
    internal ReadOnlySpan<ulong> CanFill => _canFill.AsSpan(0, Count);

    /// <summary>Gets the steps each event matches by name and test; a superset of <see cref="CanFill"/>.</summary>
    internal ReadOnlySpan<ulong> Matches => _matches.AsSpan(0, Count);

    /// <summary>Gets the index of each event in its table.</summary>
    internal ReadOnlySpan<int> Rows => _rows.AsSpan(0, Count);

    /// <summary>Gets where each group starts, and behind the last one where it ends.</summary>
    internal ReadOnlySpan<int> GroupFirst => _groupFirst.AsSpan(0, GroupCount + 1);

    /// <summary>Gets the steps some event of the group may fill.</summary>
    internal ReadOnlySpan<ulong> GroupFill => _groupFill.AsSpan(0, GroupCount);

    /// <summary>Gets the steps every event of the group matches.</summary>
    internal ReadOnlySpan<ulong> GroupAllMatch => _groupAllMatch.AsSpan(0, GroupCount);

    /// <summary>Gets the steps some event of the group or of a later one may fill.</summary>
    internal ReadOnlySpan<ulong> FillFrom => _fillFrom.AsSpan(0, GroupCount);

    internal int ExcludedCount { get; private set; }

    internal ReadOnlySpan<long> ExcludedTicks => _excludedTicks.AsSpan(0, ExcludedCount);

    /// <summary>Gets the exclusions each excluded event belongs to; bit x for exclusion x.</summary>
    internal ReadOnlySpan<ulong> Excluded => _excluded.AsSpan(0, ExcludedCount);

    /// <summary>Gets the index of each excluded event in its table.</summary>
    internal ReadOnlySpan<int> ExcludedRows => _excludedRows.AsSpan(0, ExcludedCount);

    internal void Clear()
    {
        Count = 0;
        GroupCount = 0;
        ExcludedCount = 0;
    }

    /// <summary>Adds an event; in the order of time, equal times in the order of arrival.</summary>
    /// <param name="row">Its index in the table.</param>
    /// <param name="ticks">Its instant.</param>
    /// <param name="canFill">The steps it may fill.</param>
    /// <param name="matches">The steps it matches.</param>
    /// <param name="excluded">The exclusions it belongs to.</param>
    /// <param name="isStrict">Whether events that fill nothing matter: only there they can interrupt.</param>
    internal void Add(int row, long ticks, ulong canFill, ulong matches, ulong excluded, bool isStrict)
    {
        if (excluded != 0)
        {
            AddExcluded(row, ticks, excluded);
        }

        if (canFill == 0 && !isStrict)
        {
            return;
        }

        if (Count == _ticks.Length)
        {
            int size = Count * 2;
            Array.Resize(ref _ticks, size);
            Array.Resize(ref _canFill, size);
            Array.Resize(ref _matches, size);
            Array.Resize(ref _rows, size);
        }

        _ticks[Count] = ticks;
        _canFill[Count] = canFill;
        _matches[Count] = matches;
        _rows[Count] = row;
        Count++;
    }

    /// <summary>Forms the groups, when all events are there.</summary>
    internal void Seal(bool byArrival)
    {
        if (_groupFill.Length < Count)
        {
            _groupFirst = new int[_ticks.Length + 1];
            _groupFill = new ulong[_ticks.Length];
            _groupAllMatch = new ulong[_ticks.Length];
            _fillFrom = new ulong[_ticks.Length];
        }

        GroupCount = 0;
        for (int i = 0; i < Count; i++)
        {
            if (i == 0 || byArrival || _ticks[i] != _ticks[i - 1])
            {
                _groupFirst[GroupCount] = i;
                _groupFill[GroupCount] = 0;
                _groupAllMatch[GroupCount] = ulong.MaxValue;
                GroupCount++;
            }

            _groupFill[GroupCount - 1] |= _canFill[i];
            _groupAllMatch[GroupCount - 1] &= _matches[i];
        }

        _groupFirst[GroupCount] = Count;
        ulong later = 0;
        for (int group = GroupCount - 1; group >= 0; group--)
        {
            later |= _groupFill[group];
            _fillFrom[group] = later;
        }
    }

    /// <summary>Gets the group of an event.</summary>
    internal int GroupOf(int position)
    {
        int found = GroupFirst.BinarySearch(position);
        return found >= 0 ? found : ~found - 1;
    }

    internal long GroupTicks(int group) => _ticks[_groupFirst[group]];

    private void AddExcluded(int row, long ticks, ulong excluded)
    {
        if (ExcludedCount == _excluded.Length)
        {
            int size = Math.Max(16, ExcludedCount * 2);
            Array.Resize(ref _excludedTicks, size);
            Array.Resize(ref _excluded, size);
            Array.Resize(ref _excludedRows, size);
        }

        _excludedTicks[ExcludedCount] = ticks;
        _excluded[ExcludedCount] = excluded;
        _excludedRows[ExcludedCount] = row;
        ExcludedCount++;
    }
}
