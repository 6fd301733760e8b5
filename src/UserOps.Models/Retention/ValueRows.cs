using System.Runtime.InteropServices;

namespace UserOps.Models.Retention;

/// <summary>Sorts the events of one user by breakdown value. For one thread; reused from user to user.</summary>
internal sealed class ValueRows(RetentionEvents events, EventCategory? breakdown)
{
    private readonly List<ValueRow> _rows = [];

    /// <summary>Gets the events that are a start or a return and have a value.</summary>
    internal ReadOnlySpan<ValueRow> Sorted(int from, int to)
    {
        _rows.Clear();
        for (int row = from; row < to; row++)
        {
            int value = events.IsAnything(row) ? breakdown!.CodeAt(row) : -1;
            if (value >= 0)
            {
                _rows.Add(new(value, row));
            }
        }

        Span<ValueRow> rows = CollectionsMarshal.AsSpan(_rows);
        rows.Sort();
        return rows;
    }
}
