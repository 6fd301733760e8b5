namespace UserOps.Models.Stratification;

/// <summary>Sorts values in whole units, highest first. What stands behind equal values comes in any order.</summary>
internal static class DescendingOrder
{
    /// <summary>Sorts values alone.</summary>
    /// <param name="units">Sorted in place.</param>
    internal static void Sort(Span<Int128> units) => Sort(units, []);

    /// <summary>Sorts values, and with them what they belong to.</summary>
    /// <param name="units">Sorted in place.</param>
    /// <param name="items">Shape [units], or empty; goes along.</param>
    internal static void Sort(Span<Int128> units, Span<int> items)
    {
        // The complement of a larger number is the smaller one, and no number lacks one.
        if (TryNarrow(units) is { } keys)
        {
            SortKeys(keys, items);
            for (int i = 0; i < keys.Length; i++)
            {
                units[i] = ~keys[i];
            }

            return;
        }

        Complement(units);
        SortKeys(units, items);
        Complement(units);
    }

    private static void SortKeys<T>(Span<T> keys, Span<int> items)
    {
        if (items.IsEmpty)
        {
            keys.Sort();
        }
        else
        {
            keys.Sort(items);
        }
    }

    /// <summary>Gives complements of 64 bits, which sort in a third of the time; null where a value is longer.</summary>
    private static long[]? TryNarrow(ReadOnlySpan<Int128> units)
    {
        var keys = new long[units.Length];
        for (int i = 0; i < units.Length; i++)
        {
            keys[i] = ~(long)units[i];
            if (~keys[i] != units[i])
            {
                return null;
            }
        }

        return keys;
    }

    private static void Complement(Span<Int128> units)
    {
        for (int i = 0; i < units.Length; i++)
        {
            units[i] = ~units[i];
        }
    }
}
