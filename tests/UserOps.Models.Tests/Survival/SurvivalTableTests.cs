using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

public class SurvivalTableTests
{
    [Fact]
    public void Constructor_EveryKindOfFault_IsListedWithItsFirstRow()
    {
        InvalidSurvivalDataException refused = Assert.Throws<InvalidSurvivalDataException>(() => new SurvivalTable(new()
        {
            Times = [1, double.NaN, -2, double.PositiveInfinity, 5, -3],
            Events = [true, true, false, true, true, false],
            Entries = [1, 0, double.NaN, double.NegativeInfinity, 7, -9],
            Weights = [1, 0, -1, double.NaN, 1e-101, double.PositiveInfinity],
            Groups = SurvivalLabels.Of("a", null, "b", null, "a", "a"),
            Causes = SurvivalLabels.Of("x", null, "x", "y", "x", null),
            Covariates = [new("age", [1, double.NaN, 3, double.NegativeInfinity, 5, 6])],
        }));
        Assert.Equal(
            """
            The survival data cannot be used:
            time, row 1: The time is missing. [missing]
            time, row 3: The time is Infinity; it must be finite. [notFinite]
            time, row 2: The time is -2; it must be zero or more. So in 2 rows. [negativeValue]
            entry, row 2: The entry is missing. [missing]
            entry, row 3: The entry is -Infinity; it must be finite. [notFinite]
            entry, row 0: The entry 1 is not before the time 1. So in 2 rows. [entryNotBeforeTime]
            weight, row 3: The weight is missing. [missing]
            weight, row 1: The weight is 0; it must be more than zero. So in 2 rows. [notPositive]
            weight, row 4: The weight is 1E-101; it must be 1E-100 to 1E+100. So in 2 rows. [outOfRange]
            group, row 1: The group is missing. So in 2 rows. [missing]
            cause, row 1: The row ended, but its cause is missing. [missing]
            cause, row 2: The row is censored, but has the cause 'x'. [causeOfCensored]
            covariate age, row 1: The value is missing. [missing]
            covariate age, row 3: The value is -Infinity; it must be finite. [notFinite]
            """.ReplaceLineEndings("\n"),
            refused.Message);
    }

    [Fact]
    public void Constructor_NoRows_IsRefused()
        => Assert.Equal("noRows", Assert.Throws<InvalidSurvivalDataException>(() => SurvivalTable.Of([], [])).Issues.Single().Code);

    [Fact]
    public void Constructor_ColumnsOfOtherLengthsAndNames_AreAllListed()
    {
        InvalidSurvivalDataException refused = Assert.Throws<InvalidSurvivalDataException>(() => new SurvivalTable(new()
        {
            Times = [1, 2],
            Events = [true],
            Weights = [1],
            Covariates = [new("a", [1, 2]), new("a", [1, 2]), new("", [1, 2])],
        }));
        Assert.Equal(["lengthDiffers", "lengthDiffers", "duplicateName", "nameMissing"], refused.Issues.Select(issue => issue.Code));
    }

    [Fact]
    public void FromRows_MissingValues_AreRefusedWithTheirRow()
    {
        (double? Time, bool? Ended)[] rows = [(1, true), (null, true), (3, null)];
        InvalidSurvivalDataException refused = Assert.Throws<InvalidSurvivalDataException>(
            () => SurvivalTable.FromRows(rows, map => map.Time(row => row.Time).Event(row => row.Ended)));
        Assert.Equal([("event", 2), ("time", 1)], refused.Issues.Select(issue => (issue.Column, issue.Row)));
    }

    [Fact]
    public void FromRows_MapWithoutEventOrWithTwoTimes_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => SurvivalTable.FromRows([1.0], map => map.Time(row => row)));
        Assert.Throws<ArgumentException>(() => SurvivalTable.FromRows([1.0], map => map.Time(row => row).Time(row => row)));
    }

    [Fact]
    public void FromRows_EveryColumn_IsReadBack()
    {
        NaiveRow[] rows = [new(3, true, 1, 2, "b", "x", "left"), new(2, false, 0, 1, "a", "y")];
        SurvivalTable table = SurvivalTable.FromRows(rows, map => map
            .Time(row => row.Time).Event(row => row.Ended).Entry(row => row.Entry).Weight(row => row.Weight)
            .Group(row => row.Group).Stratum(row => row.Stratum).Cause(row => row.Cause).Covariate("double", row => row.Time * 2));
        Assert.Equal([3, 2], table.Times.ToArray());
        Assert.Equal([true, false], table.Events.ToArray());
        Assert.Equal([1, 0], table.Entries.ToArray());
        Assert.Equal([2, 1], table.Weights.ToArray());
        Assert.Equal([1, 0], table.Groups!.Codes.ToArray());
        Assert.Equal(["a", "b"], table.Groups.Labels.ToArray());
        Assert.Equal([0, 1], table.Strata!.Codes.ToArray());
        Assert.Equal([0, -1], table.Causes!.Codes.ToArray());
        Assert.Equal(["double"], table.CovariateNames.ToArray());
        Assert.Equal([6, 4], table.Covariate(0).ToArray());
        Assert.Equal((2, 1), (table.Count, table.EventCount));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Covariate(1));
    }

    [Theory] // labels -> ascending
    [InlineData("10,9,2", "10,2,9")]
    [InlineData("10,9,x", "10,9,x")]
    [InlineData("007,7", "007,7")]
    [InlineData("-1,0.5,-2.5", "-1,-2.5,0.5")]
    [InlineData("b,A,a", "A,a,b")]
    public void Labels_OfTexts_AscendOrdinallyAlsoWhereAllAreNumbers(string labels, string ascending)
        => Assert.Equal(ascending.Split(','), SurvivalLabels.Of([.. labels.Split(',')]).Labels.ToArray());

    [Fact]
    public void Labels_OfNumbers_AscendByValueAndMissIt()
    {
        SurvivalLabels labels = SurvivalLabels.Of(10, double.NaN, 2, -0.0, 0);
        Assert.Equal(["0", "2", "10"], labels.Labels.ToArray());
        Assert.Equal([2, -1, 1, 0, 0], labels.Codes.ToArray());
        Assert.Throws<ArgumentException>(() => SurvivalLabels.Of(double.PositiveInfinity));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(47)]
    [InlineData(48)]
    [InlineData(49)]
    [InlineData(1000)]
    public void ByTime_AnyLength_IsTheStableOrderOfTimesWithEventsFirst(int rows)
    {
        foreach (int kind in new[] { 0, 1, 2, 3 })
        {
            var random = new Xoshiro256(rows * 4 + kind);
            double[] times = [.. Enumerable.Range(0, rows).Select(i => kind switch
            {
                0 => random.NextInt32(7),
                1 => random.NextDouble() * 1e6,
                2 => i, // in order already
                _ => random.NextInt32(2) == 0 ? -0.0 : random.NextDouble() < 0.5 ? double.Epsilon : double.MaxValue * random.NextDouble(),
            })];
            bool[] events = [.. Enumerable.Range(0, rows).Select(_ => random.NextInt32(2) == 0)];
            SortedRows sorted = SortedRows.ByTime(times, events);
            int[] expected = [.. Enumerable.Range(0, rows).OrderBy(row => times[row]).ThenBy(row => !events[row])];
            Assert.Equal(expected, sorted.Rows.ToArray());
            Assert.Equal(expected.Select(row => times[row] + 0.0), sorted.Keys.ToArray().Select(TimeOrder.TimeOf));
            Assert.Equal(expected.Select(row => events[row]), sorted.Keys.ToArray().Select(key => (key & 1) == 0));
        }
    }
}
