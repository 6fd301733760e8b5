using UserOps.Models.Activity;

namespace UserOps.Models.Tests.Activity;

public class StickinessModelTests
{
    private static readonly StickinessDefinition Definition = new()
    {
        Activity = "login",
        Interval = CalendarUnit.Day,
        From = ActivityRows.FirstDay,
        To = ActivityRows.FirstDay.AddDays(4),
    };

    [Theory] // minimum, operator, value, days a block, of one user's "12.31" | active blocks
    [InlineData(1, StickinessOperator.AtLeast, 1, 1, 4)]
    [InlineData(2, StickinessOperator.AtLeast, 1, 1, 2)]
    [InlineData(1, StickinessOperator.AtMost, 2, 1, 3)] // the empty day holds at most two, and does not count
    [InlineData(1, StickinessOperator.Exactly, 3, 1, 1)]
    [InlineData(2, StickinessOperator.AtMost, 2, 1, 1)]
    [InlineData(1, StickinessOperator.Exactly, 3, 2, 2)] // 1 + 2, 3, and 1 alone
    [InlineData(1, StickinessOperator.AtLeast, 1, 9, 1)]
    public void Evaluate_Criteria_AreAskedOfABlock(int minimum, StickinessOperator how, int value, int block, int expected)
    {
        var model = new StickinessModel(Definition with
        {
            Activity = new() { Events = "login", MinimumEvents = minimum },
            Criteria = new() { Operator = how, Value = value },
            IntervalCount = block,
        });
        StickinessResult result = model.Evaluate(ActivityRows.Of("a 12.31", "b .....9"), ActivityRows.AfterDays(9));
        Assert.Equal(expected, result.Users.ActiveBlocksOf("a"));
        Assert.Equal(0, result.Users.ActiveBlocksOf("b"));
        Assert.Equal(1, result.Summary.Active);
        Assert.Equal(expected, result.Summary.MeanBlocks.Value);
    }

    [Fact]
    public void Evaluate_NoEvents_IsAZeroForEachBlock()
    {
        StickinessSummary summary = new StickinessModel(Definition with { IntervalCount = 2 }).Evaluate(ActivityRows.Of("a ."), ActivityRows.AfterDays(9)).Summary;
        Assert.Equal([0L, 0L, 0L], summary.Distribution.AsEnumerable());
        Assert.Equal(UndefinedReason.EmptyPopulation, summary.MeanBlocks.Undefined);
    }

    [Theory] // days seen | blocks of two that are over
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(4, 2)]
    [InlineData(5, 3)] // the last one is shorter
    public void CompleteBlocks_AsOf_CountsThoseThatAreOver(int days, int expected)
    {
        StickinessSummary summary = new StickinessModel(Definition with { IntervalCount = 2 }).Evaluate(ActivityRows.Of("a 1"), ActivityRows.AfterDays(days)).Summary;
        Assert.Equal((expected, expected == 3), (summary.CompleteBlocks, summary.IsComplete));
    }

    [Fact]
    public void Distribution_Cumulative_IsThoseOfSoManyAndMore()
    {
        StickinessResult result = new StickinessModel(Definition with { ComputedAs = StickinessCounting.Cumulative }).Evaluate(ActivityRows.Of("a 111", "b 1.1", "c 1"), ActivityRows.AfterDays(9));
        Assert.Equal([3L, 2L, 1L, 0L, 0L], result.Summary.Distribution.AsEnumerable());
        Assert.Equal([1L, 1L, 1L, 0L, 0L], result.Summary.Exactly.AsEnumerable());
        Assert.Equal("a b", ActivityRows.Names(result.Users.AtLeast(2)));
        Assert.Equal("b", ActivityRows.Names(result.Users.Exactly(2)));
        Assert.Equal([3, 2, 1], result.Users.ActiveBlocks.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Users.Exactly(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Users.AtLeast(-1));
        Assert.Equal(result.Summary, UserOpsJson.Deserialize<StickinessSummary>(UserOpsJson.Serialize(result.Summary)));
    }

    [Fact]
    public void Constructor_EverythingWrong_ListsEveryFault()
        => Assert.Equal(
            "countNotPositive /activity/minimumEvents A user is active by at least 1 event; -1 is given."
            + "|unknownValue /interval 7 is not one of the named values."
            + "|rangeEmpty /to The range ends at 2026-02-01, which is in a month before that of its start at 2026-03-01."
            + "|countNotPositive /intervalCount A block has at least 1 period; 0 is given."
            + "|unknownValue /criteria/operator 7 is not one of the named values."
            + "|countNotPositive /criteria/value A block that counts holds at least 1 event; 0 is given."
            + "|unknownValue /computedAs 7 is not one of the named values.",
            ActivityRows.Text(Assert.Throws<InvalidDefinitionException>(() => new StickinessModel(new()
            {
                Activity = new() { Events = "login", MinimumEvents = -1 },
                Interval = (CalendarUnit)7,
                From = ActivityRows.FirstDay,
                To = new DateOnly(2026, 2, 1),
                IntervalCount = 0,
                Criteria = new() { Operator = (StickinessOperator)7, Value = 0 },
                ComputedAs = (StickinessCounting)7,
            }))));

    [Fact]
    public void Constructor_CriteriaNobodyCanMeet_AreRefused()
    {
        StickinessDefinition asked = Definition with { Activity = ActivityRows.Often, Criteria = new() { Operator = StickinessOperator.Exactly, Value = 1 } };
        Assert.Equal(
            "criteriaUnreachable /criteria/value A user is active by at least 2 events, so that no block can hold Exactly 1.",
            ActivityRows.Text(Assert.Throws<InvalidDefinitionException>(() => new StickinessModel(asked))));
        Assert.Equal(
            "missingMember /criteria The criteria are missing; at least 1 event is the default.",
            ActivityRows.Text(Assert.Throws<InvalidDefinitionException>(() => new StickinessModel(Definition with { Criteria = null! }))));
    }
}
