namespace UserOps.Models;

/// <summary>The events of a table that count, and what those of one user come to: rules compare it, tags keep it.</summary>
/// <remarks>Each question is one plain loop over the rows of the user's window, so that nothing is called through a table once per event.</remarks>
internal sealed class CountedEvents(EventTable events, EventMatches matches)
{
    /// <summary>Counts them, up to as many as are enough to know.</summary>
    internal long Count(SeenRows rows, long enough = long.MaxValue)
    {
        long found = 0;
        for (int row = rows.From; row < rows.To && found < enough; row++)
        {
            found += matches.Contains(events.CodeAt(row), row) ? 1 : 0;
        }

        return found;
    }

    /// <summary>Counts local dates; a user's events ascend, so their dates do.</summary>
    internal long DistinctDays(SeenRows rows, ref LocalDayCursor days)
    {
        long found = 0;
        int last = -1;
        for (int row = rows.From; row < rows.To; row++)
        {
            if (matches.Contains(events.CodeAt(row), row) && days.DayNumberOf(events.UtcTicks[row]) is var day && day != last)
            {
                found++;
                last = day;
            }
        }

        return found;
    }

    /// <summary>Counts the different values of a property.</summary>
    /// <param name="rows">The user's.</param>
    /// <param name="column">The property.</param>
    /// <param name="keyOf">Gives a number to the value of a row; the same one to equal values only.</param>
    /// <param name="keys">Scratch; overwritten.</param>
    internal long DistinctValues(SeenRows rows, Column column, Func<int, long> keyOf, HashSet<long> keys)
    {
        keys.Clear();
        for (int row = rows.From; row < rows.To; row++)
        {
            if (matches.Contains(events.CodeAt(row), row) && !column.IsMissing(row))
            {
                keys.Add(keyOf(row));
            }
        }

        return keys.Count;
    }

    /// <summary>Adds up an amount or a quantity where it is not missing.</summary>
    /// <param name="rows">The user's.</param>
    /// <param name="column">The property.</param>
    /// <param name="units">Its whole units: shape [events].</param>
    internal UnitTotals Totals(SeenRows rows, Column column, ReadOnlySpan<long> units)
    {
        Int128 sum = 0;
        int count = 0;
        (long least, long greatest) = (long.MaxValue, long.MinValue);
        for (int row = rows.From; row < rows.To; row++)
        {
            if (matches.Contains(events.CodeAt(row), row) && !column.IsMissing(row))
            {
                long value = units[row];
                count++;
                sum += value;
                least = Math.Min(least, value);
                greatest = Math.Max(greatest, value);
            }
        }

        return new(count, sum, least, greatest);
    }

    /// <summary>Adds up a measured number where it is not missing.</summary>
    internal NumberTotals Totals(SeenRows rows, NumberColumn column)
    {
        double sum = 0;
        int count = 0;
        (double least, double greatest) = (double.PositiveInfinity, double.NegativeInfinity);
        ReadOnlySpan<double> values = column.Values;
        for (int row = rows.From; row < rows.To; row++)
        {
            if (matches.Contains(events.CodeAt(row), row) && !column.IsMissing(row))
            {
                double value = values[row];
                count++;
                sum += value;
                least = Math.Min(least, value);
                greatest = Math.Max(greatest, value);
            }
        }

        return new(count, sum, least, greatest);
    }

    /// <summary>Finds the first event that has a property; -1 for none.</summary>
    /// <param name="rows">The user's; equal instants are in the order of arrival.</param>
    /// <param name="column">The property; null to take any event that counts.</param>
    internal int First(SeenRows rows, Column? column)
    {
        for (int row = rows.From; row < rows.To; row++)
        {
            if (IsCandidate(row, column))
            {
                return row;
            }
        }

        return -1;
    }

    /// <summary>Finds the last event that has a property; -1 for none.</summary>
    /// <inheritdoc cref="First"/>
    internal int Last(SeenRows rows, Column? column)
    {
        for (int row = rows.To - 1; row >= rows.From; row--)
        {
            if (IsCandidate(row, column))
            {
                return row;
            }
        }

        return -1;
    }

    private bool IsCandidate(int row, Column? column) => matches.Contains(events.CodeAt(row), row) && column?.IsMissing(row) != true;
}
