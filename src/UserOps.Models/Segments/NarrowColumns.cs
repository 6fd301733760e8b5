using System.Numerics;
using System.Runtime.CompilerServices;

namespace UserOps.Models;

/// <summary>Keeps narrow copies of columns that are asked again and again, beside the columns and as long as they.</summary>
internal static class NarrowColumns
{
    // A copy costs several scans: it is made for the second question, and not where all of the column is in the cache anyway.
    private const int LeastRows = 1 << 16;

    private static readonly ConditionalWeakTable<Column, Entry> Known = [];

    /// <summary>Gets the narrow copy of a column; null where it is asked for the first time, or has none.</summary>
    internal static NarrowValues<T>? Of<T>(Column column)
        where T : struct, INumber<T>
        => column.Count < LeastRows ? null : Known.GetValue(column, static _ => new Entry()).Asked<T>(column);

    /// <summary>Makes the narrow copy of a column; null where its values are too many.</summary>
    internal static object? Make(Column column) => column switch
    {
        AmountColumn amounts => NarrowValues<long>.OfWhole(amounts.Units, column),
        QuantityColumn quantities => NarrowValues<long>.OfWhole(quantities.Units, column),
        InstantColumn instants => NarrowValues<long>.OfWhole(instants.UtcTicks, column),
        DateColumn dates => NarrowValues<int>.OfWhole(dates.DayNumbers, column),
        NumberColumn numbers => NarrowValues<double>.OfNumbers(numbers.Values, column),
        _ => null,
    };

    private sealed class Entry
    {
        private readonly Lock _lock = new();
        private int _asked;
        private object? _made;

        internal NarrowValues<T>? Asked<T>(Column column)
            where T : struct, INumber<T>
        {
            lock (_lock)
            {
                _asked++;
                _made = _asked == 2 ? Make(column) : _made;
                return (NarrowValues<T>?)_made;
            }
        }
    }
}
