using System.Globalization;

namespace UserOps.Models;

/// <summary>The event ids seen so far; ids of two kinds, a text and a number, are never the same.</summary>
internal sealed class EventIdSet
{
    internal KeyTable<TextKey> Texts { get; private init; } = new();

    internal KeyTable<NumberKey> Numbers { get; private init; } = new();

    internal KeyTable<UniqueKey> Uniques { get; private init; } = new();

    /// <summary>Gets the row that claimed each id of <see cref="Texts"/>.</summary>
    internal RowBuffer<int> TextRows { get; } = new();

    /// <summary>Gets the row that claimed each id of <see cref="Numbers"/>.</summary>
    internal RowBuffer<int> NumberRows { get; } = new();

    /// <summary>Gets the row that claimed each id of <see cref="Uniques"/>.</summary>
    internal RowBuffer<int> UniqueRows { get; } = new();

    internal bool IsEmpty => Texts.Count == 0 && Numbers.Count == 0 && Uniques.Count == 0;

    /// <summary>Notes an id for a row.</summary>
    /// <returns>False when it was seen before.</returns>
    internal bool TryClaim(string id, int row) => TryClaim<TextKey>(Texts, TextRows, id, row);

    /// <summary>Notes an id for a row.</summary>
    /// <returns>False when it was seen before.</returns>
    internal bool TryClaim(long id, int row) => TryClaim<NumberKey>(Numbers, NumberRows, id, row);

    /// <summary>Notes an id for a row.</summary>
    /// <returns>False when it was seen before.</returns>
    internal bool TryClaim(Guid id, int row) => TryClaim<UniqueKey>(Uniques, UniqueRows, id, row);

    /// <summary>Lists the rows here whose id another set holds already, ascending, each with its id as text.</summary>
    internal List<(int Row, string Id)> RowsRepeating(EventIdSet earlier)
    {
        var repeats = new List<(int Row, string Id)>();
        AddRepeating(repeats, Texts, TextRows, earlier.Texts, id => id.Value);
        AddRepeating(repeats, Numbers, NumberRows, earlier.Numbers, id => id.Value.ToString(CultureInfo.InvariantCulture));
        AddRepeating(repeats, Uniques, UniqueRows, earlier.Uniques, id => id.Value.ToString());
        repeats.Sort((left, right) => left.Row.CompareTo(right.Row));
        return repeats;
    }

    /// <summary>Makes a set of the ids of two; which rows claimed them is forgotten.</summary>
    internal static EventIdSet Union(EventIdSet? earlier, EventIdSet later)
    {
        return new EventIdSet
        {
            Texts = Union(earlier?.Texts, later.Texts),
            Numbers = Union(earlier?.Numbers, later.Numbers),
            Uniques = Union(earlier?.Uniques, later.Uniques),
        };
    }

    internal Action Save()
    {
        (int texts, int numbers, int uniques) = (Texts.Count, Numbers.Count, Uniques.Count);
        return () =>
        {
            Texts.Truncate(texts);
            TextRows.Truncate(texts);
            Numbers.Truncate(numbers);
            NumberRows.Truncate(numbers);
            Uniques.Truncate(uniques);
            UniqueRows.Truncate(uniques);
        };
    }

    private static bool TryClaim<TKey>(KeyTable<TKey> ids, RowBuffer<int> rows, TKey id, int row)
        where TKey : struct, IKey<TKey>
    {
        ids.GetOrAdd(id, out bool isNew);
        if (isNew)
        {
            rows.Add(row);
        }

        return isNew;
    }

    private static void AddRepeating<TKey>(
        List<(int Row, string Id)> repeats, KeyTable<TKey> ids, RowBuffer<int> rows, KeyTable<TKey> earlier, Func<TKey, string> textOf)
        where TKey : struct, IKey<TKey>
    {
        for (int i = 0; i < ids.Count; i++)
        {
            if (earlier.TryGet(ids.Keys[i], out _))
            {
                repeats.Add((rows.Span[i], textOf(ids.Keys[i])));
            }
        }
    }

    private static KeyTable<TKey> Union<TKey>(KeyTable<TKey>? earlier, KeyTable<TKey> later)
        where TKey : struct, IKey<TKey>
    {
        KeyTable<TKey> union = (earlier ?? later).Copy();
        foreach (TKey id in later.Keys)
        {
            union.GetOrAdd(id, out _);
        }

        return union;
    }
}
