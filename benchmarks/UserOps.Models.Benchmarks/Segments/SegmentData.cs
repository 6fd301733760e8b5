using System.Collections.Immutable;

namespace UserOps.Models.Benchmarks.Segments;

/// <summary>Users with twenty flags and twenty numbers, made column by column: what is measured is the evaluation, not the ingest.</summary>
internal static class SegmentData
{
    internal const int Columns = 20;

    /// <summary>Gets the rows of a full run, or few in the smoke.</summary>
    internal static int Users => BenchmarkSize.Rows;

    internal static FlagField Flag(int i) => Field.Flag($"tag{i}");

    internal static NumberField Number(int i) => Field.Number($"score{i}");

    internal static QuantityField Quantity(int i) => Field.Quantity($"count{i}");

    internal static DateField Date(int i) => Field.Date($"day{i}");

    internal static CategoryField Category(int i) => Field.Category($"kind{i}");

    internal static ColumnSet Flags(int users)
    {
        var random = new Xoshiro256(1);
        return new([.. Enumerable.Range(0, Columns).Select(i => new FlagColumn(Flag(i), users, Words(random, users), null))]);
    }

    internal static ColumnSet Numbers(int users)
    {
        var random = new Xoshiro256(2);
        return new([.. Enumerable.Range(0, Columns).Select(i => new NumberColumn(Number(i), Doubles(random, users), null))]);
    }

    /// <summary>Makes whole numbers: below 250 in one column, below 1,000 in the next.</summary>
    internal static ColumnSet Quantities(int users)
    {
        var random = new Xoshiro256(5);
        return new([.. Enumerable.Range(0, Columns).Select(i => new QuantityColumn(
            Quantity(i), [.. Integers(random, users).Select(value => (i % 2 == 0 ? value / 4 : value) * 10_000L)], null))]);
    }

    internal static ColumnSet Dates(int users)
    {
        var random = new Xoshiro256(3);
        return new([.. Enumerable.Range(0, Columns).Select(i => new DateColumn(Date(i), Integers(random, users), null))]);
    }

    internal static ColumnSet Categories(int users)
    {
        var random = new Xoshiro256(4);
        ImmutableArray<string> texts = [.. Enumerable.Range(0, 30).Select(code => $"v{code}")];
        return new([.. Enumerable.Range(0, Columns).Select(i => new CategoryColumn(
            Category(i), CategoryCodes.Narrowest([.. Integers(random, users).Select(value => value % 30)], 30), texts, null))]);
    }

    internal static ulong[] Words(Xoshiro256 random, int users)
    {
        var words = new ulong[BitKernels.WordsFor(users)];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = random.NextUInt64();
        }

        BitKernels.ClearAfter(users, words);
        return words;
    }

    private static double[] Doubles(Xoshiro256 random, int users)
    {
        var values = new double[users];
        for (int i = 0; i < users; i++)
        {
            values[i] = random.NextDouble();
        }

        return values;
    }

    private static int[] Integers(Xoshiro256 random, int users)
    {
        var values = new int[users];
        for (int i = 0; i < users; i++)
        {
            values[i] = random.NextInt32(1_000);
        }

        return values;
    }
}
