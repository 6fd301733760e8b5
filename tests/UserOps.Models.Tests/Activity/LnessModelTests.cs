using UserOps.Models.Activity;

namespace UserOps.Models.Tests.Activity;

public class LnessModelTests
{
    [Fact]
    public void Evaluate_WithoutPopulation_LooksAtActiveUsersAlone()
    {
        LnessResult result = new LnessModel(ActivityPresets.L7("login")).Evaluate(ActivityRows.Of("a 1111111", "b 1......", "c .....", "d 1.1"), ActivityRows.AfterDays(7));
        Assert.Equal([0L, 1L, 1L, 0L, 0L, 0L, 0L, 1L], result.Summary.Users.AsEnumerable());
        Assert.Equal(10 / 3.0, result.Summary.MeanOfActive.Value);
        Assert.Equal(10 / 3.0, result.Summary.Mean.Value);
        Assert.Equal(new Ratio(1, 3), result.Summary.PowerUsers);
        Assert.Equal("a", ActivityRows.Names(result.Users.PowerUsers));
        Assert.Empty(result.Users.With(0));
        Assert.True(result.Summary.IsComplete);
    }

    [Fact]
    public void Evaluate_Population_CountsThoseWhoNeverCameAndNobodyElse()
    {
        UserOpsDataset data = ActivityRows.Of("a 1111111", "b 1", "z .......1");
        UserSet population = UserSet.Of(data.Directory, ["b", "z"]);
        LnessResult result = new LnessModel(ActivityPresets.L7("login")).Evaluate(data, ActivityRows.AfterDays(7), population);
        Assert.Equal([1L, 1L, 0L, 0L, 0L, 0L, 0L, 0L], result.Summary.Users.AsEnumerable());
        Assert.Equal(0.5, result.Summary.Mean.Value);
        Assert.Equal(1, result.Summary.MeanOfActive.Value);
        Assert.Equal("z", ActivityRows.Names(result.Users.With(0)));
        Assert.Equal((null, 1, 0), (result.Users.ActiveDaysOf("a"), result.Users.ActiveDaysOf("b"), result.Users.ActiveDaysOf("z")));
        Assert.Equal(result.Summary, UserOpsJson.Deserialize<LnessSummary>(UserOpsJson.Serialize(result.Summary)));
    }

    [Theory] // days | from how many a user is a power user
    [InlineData(7, 6)]
    [InlineData(28, 21)]
    [InlineData(30, 23)]
    [InlineData(1, 1)]
    public void PowerUsers_NoNumberGiven_TakesThreeQuarters(int days, int expected)
        => Assert.Equal(expected, new LnessDefinition { Activity = "login", Days = days }.PowerFrom);

    [Fact]
    public void Evaluate_NobodyActive_HasNoMean()
    {
        LnessSummary summary = new LnessModel(ActivityPresets.L7("login")).Evaluate(ActivityRows.Of("a ........1"), ActivityRows.AfterDays(7)).Summary;
        Assert.Equal(UndefinedReason.EmptyPopulation, summary.Mean.Undefined);
        Assert.Null(summary.PowerUsers.Value);
    }

    [Fact]
    public void Evaluate_AsOfInsideADay_SaysThatItIsNotOver()
        => Assert.False(new LnessModel(ActivityPresets.L28("login"))
            .Evaluate(ActivityRows.Of("a 1"), new() { AsOf = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), Zone = TimeZoneInfo.Utc }).Summary.IsComplete);

    [Fact]
    public void Merge_OnlyOneWithAPopulation_IsRefused()
    {
        UserOpsDataset data = ActivityRows.Of("a 1");
        var model = new LnessModel(ActivityPresets.L30("login"));
        LnessSummary without = model.Evaluate(data, ActivityRows.AfterDays(1)).Summary;
        LnessSummary with = model.Evaluate(data, ActivityRows.AfterDays(1), UserSet.Everyone(data.Directory)).Summary;
        Assert.Equal("Only one of the summaries looks at a population; they cannot be added up. (Parameter 'b')", Assert.Throws<ArgumentException>(() => LnessSummary.Merge(without, with)).Message);
    }

    [Theory]
    [InlineData(0, null, "countNotPositive /days A window has at least 1 day; 0 is given.")]
    [InlineData(367, null, "windowTooLong /days The window has 367 days; at most 366 are allowed.")]
    [InlineData(7, 8, "dayOutOfRange /powerUserDays A power user has at least 8 active days; it is 1 to the number of days, 7.")]
    [InlineData(7, 0, "dayOutOfRange /powerUserDays A power user has at least 0 active days; it is 1 to the number of days, 7.")]
    public void Constructor_DaysOutOfRange_AreRefused(int days, int? powerUserDays, string expected)
        => Assert.Equal(expected, ActivityRows.Text(Assert.Throws<InvalidDefinitionException>(() => new LnessModel(new() { Activity = "login", Days = days, PowerUserDays = powerUserDays }))));
}
