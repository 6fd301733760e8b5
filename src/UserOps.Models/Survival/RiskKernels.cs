using System.Diagnostics;

namespace UserOps.Models.Survival;

/// <summary>Sums by time over sorted rows: who ended, who was censored, who entered, and who was at risk.</summary>
internal static class RiskKernels
{
    /// <summary>Counts the different times of rows and entries; entries before the start are at no time.</summary>
    /// <param name="keys">Keys of <see cref="TimeOrder"/>, ascending.</param>
    /// <param name="entryKeys">Keys of entries, ascending; empty without entries.</param>
    internal static int DifferentTimes(ReadOnlySpan<ulong> keys, ReadOnlySpan<ulong> entryKeys)
    {
        int count = 0;
        int row = 0;
        int entry = FirstAfterStart(entryKeys);
        while (row < keys.Length || entry < entryKeys.Length)
        {
            ulong time = NextTime(keys, row, entryKeys, entry);
            row = After(keys, row, time);
            entry = After(entryKeys, entry, time);
            count++;
        }

        return count;
    }

    /// <summary>Sums rows by time.</summary>
    /// <param name="keys">Keys of <see cref="TimeOrder"/>, ascending.</param>
    /// <param name="rows">Shape [keys]; the row of each; not read without weights.</param>
    /// <param name="entryKeys">Keys of entries, ascending; empty without entries.</param>
    /// <param name="entryRows">Shape [entry keys].</param>
    /// <param name="weights">Shape [rows of the table]; empty where each row counts 1.</param>
    /// <param name="into">Columns of <see cref="DifferentTimes"/> slots; that of entries is empty without entries.</param>
    internal static void Sum(
        ReadOnlySpan<ulong> keys, ReadOnlySpan<int> rows, ReadOnlySpan<ulong> entryKeys, ReadOnlySpan<int> entryRows, ReadOnlySpan<double> weights, RiskColumns into)
    {
        int row = 0;
        int entry = FirstAfterStart(entryKeys);
        for (int slot = 0; slot < into.Times.Length; slot++)
        {
            ulong time = NextTime(keys, row, entryKeys, entry);
            into.Times[slot] = BitConverter.UInt64BitsToDouble(time);
            int censored = row;
            while (censored < keys.Length && keys[censored] == time << 1)
            {
                censored++;
            }

            int next = After(keys, censored, time);
            into.Events[slot] = SumOf(rows, weights, row, censored);
            into.Censored[slot] = SumOf(rows, weights, censored, next);
            row = next;
            if (!into.Entered.IsEmpty)
            {
                next = After(entryKeys, entry, time);
                into.Entered[slot] = SumOf(entryRows, weights, entry, next);
                entry = next;
            }
        }
    }

    /// <summary>Sums who is at risk at each time: entered before it, and neither ended nor censored before it.</summary>
    /// <param name="events">Shape [times].</param>
    /// <param name="censored">Shape [times].</param>
    /// <param name="entered">Shape [times]; empty without entries.</param>
    /// <param name="atRisk">Shape [times]; written.</param>
    /// <remarks>
    /// From the last time back, so that without entries nothing is ever subtracted: the sums of the few who are left keep all their digits.
    /// With entries the sum carries what its rounding lost (A. Neumaier, ZAMM 54, 1974).
    /// </remarks>
    internal static void AtRisk(ReadOnlySpan<double> events, ReadOnlySpan<double> censored, ReadOnlySpan<double> entered, Span<double> atRisk)
    {
        Debug.Assert(events.Length == censored.Length && events.Length == atRisk.Length, "one slot per time");
        double sum = 0;
        double lost = 0;
        for (int slot = atRisk.Length - 1; slot >= 0; slot--)
        {
            Add(events[slot] + censored[slot], ref sum, ref lost);
            if (!entered.IsEmpty)
            {
                Add(-entered[slot], ref sum, ref lost);
            }

            atRisk[slot] = sum + lost;
        }
    }

    private static void Add(double term, ref double sum, ref double lost)
    {
        double next = sum + term;
        lost += Math.Abs(sum) >= Math.Abs(term) ? sum - next + term : term - next + sum;
        sum = next;
    }

    private static double SumOf(ReadOnlySpan<int> rows, ReadOnlySpan<double> weights, int from, int to)
    {
        if (weights.IsEmpty)
        {
            return to - from;
        }

        double sum = 0;
        foreach (int row in rows[from..to])
        {
            sum += weights[row];
        }

        return sum;
    }

    // A key is a time shifted by one: without the lowest bit both kinds of key of one time are equal.
    private static ulong NextTime(ReadOnlySpan<ulong> keys, int row, ReadOnlySpan<ulong> entryKeys, int entry)
        => Math.Min(row < keys.Length ? keys[row] >> 1 : ulong.MaxValue, entry < entryKeys.Length ? entryKeys[entry] >> 1 : ulong.MaxValue);

    private static int After(ReadOnlySpan<ulong> keys, int from, ulong time)
    {
        while (from < keys.Length && keys[from] >> 1 == time)
        {
            from++;
        }

        return from;
    }

    // An entry before the start has the key of an event at 0, which no entry at 0 has.
    private static int FirstAfterStart(ReadOnlySpan<ulong> entryKeys)
    {
        int from = 0;
        while (from < entryKeys.Length && entryKeys[from] == 0)
        {
            from++;
        }

        return from;
    }
}
