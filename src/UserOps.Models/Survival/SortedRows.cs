namespace UserOps.Models.Survival;

/// <summary>The rows of a table in the order of time, sorted once: the row at each position, and its time and ending as a key of <see cref="TimeOrder"/>.</summary>
internal sealed class SortedRows
{
    private readonly ulong[] _keys;
    private readonly int[] _rows;

    private SortedRows(ulong[] keys, int[] rows)
    {
        _keys = keys;
        _rows = rows;
    }

    /// <summary>Gets the key at each position: shape [rows]; ascending.</summary>
    internal ReadOnlySpan<ulong> Keys => _keys;

    /// <summary>Gets the row at each position: shape [rows].</summary>
    internal ReadOnlySpan<int> Rows => _rows;

    /// <summary>Sorts by time; at equal times events come first, then the order of the rows.</summary>
    internal static SortedRows ByTime(ReadOnlySpan<double> times, ReadOnlySpan<bool> events)
    {
        var keys = new ulong[times.Length];
        for (int row = 0; row < keys.Length; row++)
        {
            keys[row] = TimeOrder.Key(times[row], events[row]);
        }

        return Sorted(keys);
    }

    /// <summary>Sorts by entry, rows at equal entries in their order. A row is at risk at a time when its key here is not above the key of an event at that time.</summary>
    /// <remarks>An entry before 0 has the key of an event at 0, one at 0 the next key: the former is at risk for an event at 0, the latter is not.</remarks>
    internal static SortedRows ByEntry(ReadOnlySpan<double> entries)
    {
        var keys = new ulong[entries.Length];
        for (int row = 0; row < keys.Length; row++)
        {
            keys[row] = entries[row] < 0 ? TimeOrder.Key(0, ended: true) : TimeOrder.Key(entries[row], ended: false);
        }

        return Sorted(keys);
    }

    private static SortedRows Sorted(ulong[] keys)
    {
        var rows = new int[keys.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = row;
        }

        var otherKeys = new ulong[keys.Length];
        var otherRows = new int[keys.Length];
        return TimeOrder.Sort(keys, rows, otherKeys, otherRows) ? new(otherKeys, otherRows) : new(keys, rows);
    }
}
