using System.Diagnostics;

namespace UserOps.Models;

/// <summary>Copies a column of contents to the events that refer to them, for the one question that needs both side by side: field against field.</summary>
internal static class GatheredColumn
{
    /// <summary>Makes the column as events see it.</summary>
    /// <param name="column">One row per content.</param>
    /// <param name="rows">Shape [events]; the content of each, -1 for none, which is missing.</param>
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
            _ => throw new UnreachableException($"{column.Field.Kind} is not compared with another field."),
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
