using System.Runtime.InteropServices;

namespace UserOps.Models.Rfm;

/// <summary>Finds for each purchase the reversal that takes it back: the first of its user and order that is not before it.</summary>
/// <remarks>Seldom asked and seldom much: reversals are few, so this runs on one thread and looks only at users who have one.</remarks>
internal sealed class ReversalMatching(EventTable events, MatchedEvents reversals, EventCategory order)
{
    private readonly List<Named> _named = [];
    private readonly int[] _rows = RowsOf(reversals);
    private readonly bool[] _takesBack = new bool[reversals.Count];

    /// <summary>Gets the list with the instants at which its entries are taken back.</summary>
    internal ValueList Match(ValueList list, CancellationToken cancellationToken)
    {
        var takenBack = new long[list.Rows.Length];
        takenBack.AsSpan().Fill(long.MaxValue);
        for (int place = 0; place < list.Users.Length; place++)
        {
            if ((place & 0xFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            int user = list.Users[place];
            (int from, int to) = (reversals.PlaceOf(events.Offsets[user]), reversals.PlaceOf(events.Offsets[user + 1]));
            if (from < to)
            {
                SortByOrder(from, to);
                Match(list, list.Offsets[place], list.Offsets[place + 1], takenBack);
            }
        }

        return new()
        {
            Users = list.Users,
            Offsets = list.Offsets,
            Rows = list.Rows,
            Days = list.Days,
            Units = list.Units,
            TakenBack = takenBack,
            AddsUpPlainly = false,
        };
    }

    /// <summary>Gets the reversals, after the lists they may touch have been matched.</summary>
    internal ReversalList ToList() => new() { Rows = _rows, TakesBack = _takesBack };

    private static int[] RowsOf(MatchedEvents reversals)
    {
        var rows = new int[reversals.Count];
        ValueListKernels.ListRows(reversals.Words, 0, rows);
        return rows;
    }

    // A reversal without an order names nothing.
    private void SortByOrder(int from, int to)
    {
        _named.Clear();
        for (int i = from; i < to; i++)
        {
            if (order.CodeAt(_rows[i]) is >= 0 and var code)
            {
                _named.Add(new(code, events.UtcTicks[_rows[i]], i));
            }
        }

        _named.Sort();
    }

    private void Match(ValueList list, int from, int to, long[] takenBack)
    {
        ReadOnlySpan<Named> named = CollectionsMarshal.AsSpan(_named);
        for (int entry = from; entry < to; entry++)
        {
            int code = order.CodeAt(list.Rows[entry]);
            long ticks = events.UtcTicks[list.Rows[entry]];
            int found = named.BinarySearch(new Named(code, ticks, -1));
            found = found < 0 ? ~found : found;
            if (code >= 0 && found < named.Length && named[found].Order == code)
            {
                takenBack[entry] = named[found].Ticks;
                _takesBack[named[found].Index] = true;
            }
        }
    }

    /// <summary>A reversal of one user, by order and instant.</summary>
    private readonly record struct Named(int Order, long Ticks, int Index) : IComparable<Named>
    {
        public int CompareTo(Named other) => (Order, Ticks, Index).CompareTo((other.Order, other.Ticks, other.Index));
    }
}
