using System.Collections.Immutable;

namespace UserOps.Models.Funnels;

/// <summary>The events of each unit, end to end: the log itself for users, or its rows put in order for the values of a property.</summary>
internal sealed class UnitLog
{
    private readonly EventTable _events;
    private readonly int[]? _offsets;
    private readonly int[]? _rows;

    private UnitLog(EventTable events, int[]? offsets, int[]? rows, ImmutableArray<string> values)
    {
        _events = events;
        _offsets = offsets;
        _rows = rows;
        Values = values;
    }

    /// <summary>Gets where each unit's events start: shape [units + 1].</summary>
    internal ReadOnlySpan<int> Offsets => _offsets ?? _events.Offsets;

    /// <summary>Gets the number of units.</summary>
    internal int Count => Offsets.Length - 1;

    /// <summary>Gets the names of the units; empty for users.</summary>
    internal ImmutableArray<string> Values { get; }

    /// <summary>Gets a value indicating whether the units are the users of the log.</summary>
    internal bool IsOfUsers => _rows is null;

    /// <summary>Takes users as units.</summary>
    internal static UnitLog OfUsers(EventTable events) => new(events, null, null, []);

    /// <summary>Takes the values of a property as units; events without it belong to nobody. Kept in the table's cache.</summary>
    /// <param name="data">Its events, and for <c>content.x</c> its contents.</param>
    /// <param name="field">The property.</param>
    /// <param name="property">The column found for it.</param>
    internal static UnitLog OfValues(UserOpsDataset data, CategoryField field, EventCategory property)
        => data.Events.SideStructures.GetOrAdd(new ValuesKey(field, data.Contents), _ => PutInOrder(data.Events, property));

    /// <summary>Gets the index in the table of the event at each position; empty for users, whose positions are indices.</summary>
    internal ReadOnlySpan<int> Rows => _rows;

    /// <summary>Gets the index in the table of an event of a unit.</summary>
    /// <param name="position">A position between the unit's offsets.</param>
    internal int RowAt(int position) => _rows is null ? position : _rows[position];

    private static UnitLog PutInOrder(EventTable events, EventCategory property)
    {
        var offsets = new int[property.Values.Length + 1];
        for (int row = 0; row < events.Count; row++)
        {
            int unit = property.CodeAt(row);
            if (unit >= 0)
            {
                offsets[unit + 1]++;
            }
        }

        for (int unit = 0; unit < offsets.Length - 1; unit++)
        {
            offsets[unit + 1] += offsets[unit];
        }

        return new UnitLog(events, offsets, RowsOf(events, property, offsets), property.Values);
    }

    private static int[] RowsOf(EventTable events, EventCategory property, int[] offsets)
    {
        var rows = new int[offsets[^1]];
        var ticks = new long[rows.Length];
        int[] free = offsets[..^1];
        for (int row = 0; row < events.Count; row++)
        {
            int unit = property.CodeAt(row);
            if (unit >= 0)
            {
                ticks[free[unit]] = events.UtcTicks[row];
                rows[free[unit]++] = row;
            }
        }

        for (int unit = 0; unit < offsets.Length - 1; unit++)
        {
            SortByInstant(ticks.AsSpan(offsets[unit]..offsets[unit + 1]), rows.AsSpan(offsets[unit]..offsets[unit + 1]), events.Arrival);
        }

        return rows;
    }

    // Equal instants in the order of arrival. The table's own order would put users first.
    private static void SortByInstant(Span<long> ticks, Span<int> rows, ReadOnlySpan<int> arrival)
    {
        ticks.Sort(rows);
        for (int first = 0; first < ticks.Length;)
        {
            int end = first + 1;
            while (end < ticks.Length && ticks[end] == ticks[first])
            {
                end++;
            }

            if (end - first > 1)
            {
                SortByArrival(rows[first..end], arrival);
            }

            first = end;
        }
    }

    private static void SortByArrival(Span<int> rows, ReadOnlySpan<int> arrival)
    {
        rows.Sort(); // sorting by instant did not keep any order among equal ones
        if (arrival.IsEmpty)
        {
            return;
        }

        var keys = new int[rows.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = arrival[rows[i]];
        }

        keys.AsSpan().Sort(rows);
    }

    /// <summary>What the order of rows depends on beside the events: tables of contents are compared by reference.</summary>
    private sealed record ValuesKey(CategoryField Field, ContentTable Contents);
}
