using UserOps.Models.Activity;

namespace UserOps.Models.Tests.Activity;

public class StickinessRatioModelTests
{
    private static StickinessRatioDefinition Definition(StickinessBase over, int firstDay, int lastDay) => new()
    {
        Activity = "login",
        From = ActivityRows.FirstDay.AddDays(firstDay - 1),
        To = ActivityRows.FirstDay.AddDays(lastDay - 1),
        Base = over,
    };

    [Fact]
    public void Mean_CalendarMonth_TakesTheWholeMonthAsItsBase()
    {
        // Two users in March: one came on the 1st and the 2nd, the other on the 20th.
        UserOpsDataset data = ActivityRows.Of("a 11", "b ...................1");
        StickinessRatioSummary summary = new StickinessRatioModel(Definition(StickinessBase.CalendarMonth, 1, 4)).Evaluate(data, ActivityRows.AfterDays(31));
        Assert.Equal([new Ratio(1, 2), new Ratio(1, 2), new Ratio(0, 2), new Ratio(0, 2)], summary.Days.Select(day => day.Share));
        Assert.Equal(0.25, summary.Mean.Value);
    }

    [Fact]
    public void Mean_MonthThatIsNotOver_IsNotThereYet()
    {
        StickinessRatioSummary summary = new StickinessRatioModel(Definition(StickinessBase.CalendarMonth, 1, 4)).Evaluate(ActivityRows.Of("a 11"), ActivityRows.AfterDays(20));
        Assert.Equal(UndefinedReason.NotYetObservable, summary.Mean.Undefined);
        Assert.All(summary.Days, day => Assert.False(day.Day.IsComplete));
    }

    [Fact]
    public void Mean_RollingMonth_LooksBackAlone()
    {
        StickinessRatioSummary summary = new StickinessRatioModel(Definition(StickinessBase.Last30Days, 1, 2)).Evaluate(ActivityRows.Of("a 11", "b .1"), ActivityRows.AfterDays(2));
        Assert.Equal([new Ratio(1, 1), new Ratio(2, 2)], summary.Days.Select(day => day.Share));
        Assert.Equal(1, summary.Mean.Value);
    }

    [Theory] // the last of these days | active on it, and in the seven days up to it or its week from Monday
    [InlineData(StickinessBase.Last7Days, 8, 1, 1)]
    [InlineData(StickinessBase.Last7Days, 7, 0, 2)]
    [InlineData(StickinessBase.CalendarWeek, 8, 1, 1)]
    [InlineData(StickinessBase.CalendarWeek, 2, 0, 1)]
    public void Days_Week_DividesByItsUsers(StickinessBase over, int day, long active, long users)
    {
        StickinessRatioSummary summary = new StickinessRatioModel(Definition(over, day, day)).Evaluate(ActivityRows.Of("a 1......1", "b 1"), ActivityRows.AfterDays(20));
        Assert.Equal((active, users), (summary.Days[0].Active, summary.Days[0].BaseActive));
    }

    [Fact]
    public void Mean_NobodyActive_HasAZeroBase()
    {
        StickinessRatioSummary summary = new StickinessRatioModel(Definition(StickinessBase.Last30Days, 1, 2)).Evaluate(ActivityRows.Of("a ..1"), ActivityRows.AfterDays(9));
        Assert.Equal(UndefinedReason.ZeroBase, summary.Mean.Undefined);
        Assert.Null(summary.Days[0].Share.Value);
        Assert.Equal(summary, UserOpsJson.Deserialize<StickinessRatioSummary>(UserOpsJson.Serialize(summary)));
    }

    [Fact]
    public void Constructor_EverythingWrong_ListsEveryFault()
        => Assert.Equal(
            "missingMember /activity There is no definition of an active user here; every question about activity needs one."
            + "|rangeEmpty /to The range ends at 2026-03-01, which is in a day before that of its start at 2026-03-02."
            + "|unknownValue /base 9 is not one of the named values.",
            ActivityRows.Text(Assert.Throws<InvalidDefinitionException>(() => new StickinessRatioModel(Definition((StickinessBase)9, 2, 1) with { Activity = null! }))));
}
