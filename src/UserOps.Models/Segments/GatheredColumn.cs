using System.Diagnostics;

namespace UserOps.Models;

/// <summary>Copies rows of a column: of contents to the events that refer to them, or of some users out of many.</summary>
internal static class GatheredColumn
{
    /// <summary>Makes the column of the copies.</summary>
    /// <param name="column">What is copied.</param>
    /// <param name="rows">The row each new row takes, -1 for none, which is missing.</param>
    internal static Column Of(Column column, ReadOnlySpan<int> rows)
    {
        ulong[] present = Present(column, rows);
        return column switch
        {
            AmountColumn amounts => new AmountColumn((AmountField)amounts.Field, Values(amounts.Units, rows), present),
            QuantityColumn quantities => new QuantityColumn((QuantityField)quantities.Field, Values(quantities.Units, rows), present),
            NumberColumn numbers => new NumberColumn(numbers.Field, Values(numbers.Values, rows), present),
            InstantColumn instants => new InstantColumn(instants.Field, Values(instants.UtcTicks, rows), present),
            DateColumn dates => new DateColumn(dates.Field, Values(dates.DayNumbers, rows), present),
            FlagColumn flags => new FlagColumn(flags.Field, rows.Length, Bits(flags.Bits, rows), present),
            CategoryColumn texts => new CategoryColumn(texts.Field, CategoryCodes.Narrowest(Codes(texts, rows), texts.Values.Length), texts.Values, present),
            SetColumn sets => Sets(sets, rows, present),
            _ => throw new UnreachableException(),
        };
    }

    private static T[] Values<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> rows)
        where T : struct
    {
        var gathered = new T[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            gathered[i] = rows[i] >= 0 ? values[rows[i]] : default;
        }

        return gathered;
    }

    private static int[] Codes(CategoryColumn column, ReadOnlySpan<int> rows)
    {
        var codes = new int[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            codes[i] = rows[i] >= 0 ? Math.Max(column.CodeAt(rows[i]), 0) : 0;
        }

        return codes;
    }

    private static SetColumn Sets(SetColumn column, ReadOnlySpan<int> rows, ulong[] present)
    {
        var offsets = new int[rows.Length + 1];
        var codes = new List<int>();
        for (int i = 0; i < rows.Length; i++)
        {
            codes.AddRange(rows[i] >= 0 ? column.CodesAt(rows[i]) : []);
            offsets[i + 1] = codes.Count;
        }

        return new(column.Field, offsets, [.. codes], column.Values, present);
    }

    private static ulong[] Bits(ReadOnlySpan<ulong> bits, ReadOnlySpan<int> rows)
    {
        var gathered = new ulong[BitKernels.WordsFor(rows.Length)];
        RowKernels.Gather(rows, bits, gathered);
        return gathered;
    }

    private static ulong[] Present(Column column, ReadOnlySpan<int> rows)
    {
        if (column.MissingCount > 0)
        {
            return Bits(column.Present, rows);
        }

        var present = new ulong[BitKernels.WordsFor(rows.Length)];
        for (int i = 0; i < rows.Length; i++)
        {
            present[i >> 6] |= RowKernels.Bit(rows[i] >= 0) << i;
        }

        return present;
    }
}
