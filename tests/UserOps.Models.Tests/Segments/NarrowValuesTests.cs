namespace UserOps.Models.Tests.Segments;

public class NarrowValuesTests
{
    // Least, step, steps; the width that takes so many steps.
    [Theory]
    [InlineData(0, 1, 255, 1)]
    [InlineData(-7, 10_000, 120, 1)] // ages at scale 4
    [InlineData(18, 1, 256, 2)]
    [InlineData(long.MinValue, 1, 65_535, 2)]
    [InlineData(long.MaxValue - 65_536, 1, 65_536, 4)]
    [InlineData(-5_000_000_000, 100, 2_000_000_000, 4)] // cents at scale 4
    [InlineData(0, 1L << 40, 3, 1)]
    [InlineData(5, 1, 0, 1)] // all the same
    public void Make_Units_AnswersEveryRangeAsTheColumnDoes(long least, long step, long steps, int width)
    {
        var random = new Xoshiro256(least ^ step);
        long[] units = [least, least + (steps * step), .. Enumerable.Range(0, 200).Select(_ => least + ((long)(random.NextUInt64() % (ulong)(steps + 1)) * step)), least + (Math.Min(steps, 1) * step)];
        ulong[] present = Present(units.Length, random);
        foreach (Column column in (Column[])[
            new QuantityColumn(Field.Quantity("q"), units, null), new AmountColumn(Field.Amount("a", "CNY"), units, present), new InstantColumn(Field.Instant("i"), units, present)])
        {
            var narrow = Assert.IsType<NarrowValues<long>>(NarrowColumns.Make(column));
            RequireSameRanges(narrow, units, column, [.. Ends(units, random), long.MinValue, long.MaxValue], width);
        }
    }

    [Theory] // what numbers are made of: so many parts of one
    [InlineData(1, 100, 1)]
    [InlineData(10, 50, 1)]
    [InlineData(100, 1_000, 2)]
    [InlineData(10_000, 70_000, 4)]
    public void Make_Numbers_AnswersEveryRangeAsTheColumnDoes(double parts, int most, int width)
    {
        var random = new Xoshiro256(most);
        double[] values = [0, -0.0, 1 / parts, most / parts, .. Enumerable.Range(0, 200).Select(_ => (random.NextInt32(most) - 3) / parts)];
        var column = new NumberColumn(Field.Number("n"), values, Present(values.Length, random));
        var narrow = Assert.IsType<NarrowValues<double>>(NarrowColumns.Make(column));
        double[] ends = [.. values.Distinct().Take(40).SelectMany(value => new[] { value, Math.BitIncrement(value), Math.BitDecrement(value) }), double.MinValue, double.MaxValue];
        RequireSameRanges(narrow, values, column, ends, width);
    }

    [Fact]
    public void Make_Dates_AnswersEveryRangeAsTheColumnDoes()
    {
        var random = new Xoshiro256(3);
        int[] days = [.. Enumerable.Range(0, 300).Select(_ => 700_000 + random.NextInt32(40_000)), 700_000, 740_001, 739_998];
        var column = new DateColumn(Field.Date("d"), days, null);
        var narrow = Assert.IsType<NarrowValues<int>>(NarrowColumns.Make(column));
        RequireSameRanges(narrow, days, column, [.. days.Take(40), 0, int.MaxValue, 699_999, 740_002], 2);
    }

    [Fact]
    public void Make_ValuesThatAreTooManyOrNoParts_HasNone()
    {
        Assert.Null(NarrowColumns.Make(new QuantityColumn(Field.Quantity("q"), [long.MinValue, long.MaxValue, 0], null)));
        Assert.Null(NarrowColumns.Make(new NumberColumn(Field.Number("n"), [0.5, Math.PI], null)));
        Assert.Null(NarrowColumns.Make(new NumberColumn(Field.Number("n"), [1e300, 1], null)));
        Assert.Null(NarrowColumns.Make(new DateColumn(Field.Date("d"), [0, 70_000, 70_001], null))); // four bytes are no fewer than they were
        Assert.Null(NarrowColumns.Make(new QuantityColumn(Field.Quantity("q"), [1, 2], [0])));
        Assert.Null(NarrowColumns.Make(new QuantityColumn(Field.Quantity("q"), [], null)));
    }

    [Fact]
    public void Evaluate_TheSameColumnAgainAndAgain_AnswersTheSame()
    {
        const int Users = 70_001;
        QuantityField age = Field.Quantity("age");
        NumberField score = Field.Number("score");
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddUsers(Enumerable.Range(0, Users), map => map.User(i => (long)i)
                .With(age, i => i % 11 == 0 ? null : i % 83)
                .With(score, i => i % 7 == 0 ? null : i % 50 / 10.0))
            .Build();
        var model = new SegmentModel(age.AtLeast(18).And(score.Between(0.3, 2.1, highInclusive: false)).Or(age.Is(7.5m)).Or(score.IsNot(4.9).And(age.Below(3))));
        EvaluationContext context = EvaluationContext.AtEndOf(new(2024, 1, 1), TimeZoneInfo.Utc);
        Audience first = model.Evaluate(data, context);
        for (int i = 0; i < 3; i++)
        {
            Audience again = model.Evaluate(data, context);
            Assert.Equal((first.Members, first.Uncertain), (again.Members, again.Uncertain));
        }

        foreach (int user in (int[])[0, 1, 2, 7, 18, 30, 49, 82, 83, 70_000])
        {
            (decimal? a, double? s) = (user % 11 == 0 ? null : user % 83, user % 7 == 0 ? null : user % 50 / 10.0);
            bool? young = a < 3 ? true : a is null ? null : false;
            bool? expected = Or(Or(And(Known(a >= 18, a), Known(s >= 0.3 && s < 2.1, s)), Known(false, a)), And(Known(s != 4.9, s), young));
            Assert.Equal((expected == true, expected is null), (first.Members.Contains(user), first.Uncertain.Contains(user)));
        }
    }

    private static bool? Known<T>(bool holds, T? value)
        where T : struct => value is null ? null : holds;

    private static bool? And(bool? a, bool? b) => a & b;

    private static bool? Or(bool? a, bool? b) => a | b;

    private static void RequireSameRanges<T>(NarrowValues<T> narrow, T[] values, Column column, T[] ends, int width)
        where T : struct, System.Numerics.INumber<T>
    {
        foreach (T low in ends)
        {
            foreach (T high in ends)
            {
                ScannedBits? scan = narrow.InRange(low, high);
                var words = new ulong[BitKernels.WordsFor(values.Length)];
                scan?.Scan(0, values.Length, words);
                Assert.True(scan is null || scan.Cost == width);
                for (int row = 0; row < values.Length; row++)
                {
                    bool holds = values[row] >= low && values[row] <= high;
                    Assert.True(column.IsMissing(row) || holds == ((words[row >> 6] >> row & 1) != 0), $"{values[row]} in {low} to {high}");
                }
            }
        }
    }

    private static long[] Ends(long[] units, Xoshiro256 random)
        => [.. units.Take(2).Concat(units.TakeLast(1)), .. Enumerable.Range(0, 10).SelectMany(_ => Near(units[random.NextInt32(units.Length)]))];

    private static IEnumerable<long> Near(long unit) => [unit, unit == long.MaxValue ? unit : unit + 1, unit == long.MinValue ? unit : unit - 1];

    /// <summary>The first rows and the last one, and most of the others.</summary>
    private static ulong[] Present(int rows, Xoshiro256 random)
    {
        var words = new ulong[BitKernels.WordsFor(rows)];
        for (int row = 0; row < rows; row++)
        {
            words[row >> 6] |= (row < 4 || row == rows - 1 || random.NextInt32(4) > 0 ? 1UL : 0) << row;
        }

        return words;
    }
}
