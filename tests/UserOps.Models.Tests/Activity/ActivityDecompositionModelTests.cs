using UserOps.Models.Activity;

namespace UserOps.Models.Tests.Activity;

public class ActivityDecompositionModelTests
{
    private static readonly ActivityDecompositionDefinition Definition = new()
    {
        Activity = "login",
        Interval = CalendarUnit.Day,
        From = ActivityRows.FirstDay,
        To = ActivityRows.FirstDay.AddDays(4),
    };

    [Theory] // a user's days | what the user is on each of five days
    [InlineData("1....", "New WentDormant Absent Absent Absent")]
    [InlineData("11.1.", "New Returning WentDormant Resurrected WentDormant")]
    [InlineData(".1.1", "Absent New WentDormant Resurrected WentDormant")]
    [InlineData(".......1", "Absent Absent Absent Absent Absent")]
    public void Of_EveryDay_SaysWhatTheUserIs(string journey, string expected)
    {
        ActivityDecompositionUsers users = new ActivityDecompositionModel(Definition).Evaluate(ActivityRows.Of("a " + journey), ActivityRows.AfterDays(9)).Users;
        IEnumerable<ActivityClass> classes = Enumerable.Range(0, 5).Select(day => Enum.GetValues<ActivityClass>().Single(kind => users.Of(kind, day).Contains((UserId)"a")));
        Assert.Equal(expected, string.Join(' ', classes));
        Assert.Equal(expected, string.Join(' ', users.Explain("a").Periods.Select(period => period.Class)));
    }

    [Fact]
    public void QuickRatio_NobodyWentDormant_HasNoNumber()
    {
        ActivityDecompositionSummary summary = new ActivityDecompositionModel(Definition).Evaluate(ActivityRows.Of("a 1.1", "b 11", "c 111"), ActivityRows.AfterDays(9)).Summary;
        Assert.Equal([3L, 0L, 1L, 0L, 0L], summary.Periods.Select(day => day.New + day.Resurrected));
        Assert.Equal([0L, 1L, 1L, 2L, 0L], summary.Periods.Select(day => day.WentDormant));
        Assert.Equal(UndefinedReason.ZeroBase, summary.Periods[0].QuickRatio.Undefined);
        Assert.Equal([0.0, 1.0, 0.0], summary.Periods.Skip(1).Take(3).Select(day => day.QuickRatio.Value!.Value));
    }

    [Fact]
    public void Evaluate_MinimumEvents_LooksAtTheWholeHistoryPeriodByPeriod()
    {
        // Two events on one day ten days before make "b" known; "a" had two events too, but on two days.
        UserOpsDataset data = ActivityRows.Of("a 11........2", "b 2.........2");
        var definition = new ActivityDecompositionDefinition { Activity = ActivityRows.Often, Interval = CalendarUnit.Day, From = new DateOnly(2026, 3, 11), To = new DateOnly(2026, 3, 11) };
        ActivityDecompositionResult result = new ActivityDecompositionModel(definition).Evaluate(data, ActivityRows.AfterDays(20));
        Assert.Equal("a", ActivityRows.Names(result.Users.Of(ActivityClass.New, 0)));
        Assert.Equal("b", ActivityRows.Names(result.Users.Of(ActivityClass.Resurrected, 0)));
    }

    [Fact]
    public void Explain_User_GivesCountsAndTheLastActivePeriod()
    {
        ActivityExplanation told = new ActivityDecompositionModel(Definition).Evaluate(ActivityRows.Of("a 21.3"), ActivityRows.AfterDays(9)).Users.Explain("a");
        Assert.Equal(
            """
            a: new at 2026-03-01T00:00:00+00:00
              2026-03-01 to 2026-03-01: New, 2 events, 0 the period before
              2026-03-02 to 2026-03-02: Returning, 1 events, 2 the period before
              2026-03-03 to 2026-03-03: WentDormant, 0 events, 1 the period before
              2026-03-04 to 2026-03-04: Resurrected, 3 events, 0 the period before
              2026-03-05 to 2026-03-05: WentDormant, 0 events, 3 the period before
            """,
            told.ToString(),
            ignoreLineEndingDifferences: true);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero), told.Periods[3].LastActive);
        Assert.Equal(told, UserOpsJson.Deserialize<ActivityExplanation>(UserOpsJson.Serialize(told)));
    }

    [Fact]
    public void Explain_UserNobodyKnows_Throws()
    {
        ActivityDecompositionUsers users = new ActivityDecompositionModel(Definition).Evaluate(ActivityRows.Of("a 1"), ActivityRows.AfterDays(9)).Users;
        Assert.Equal("The dataset does not know the user 'who'.", Assert.Throws<KeyNotFoundException>(() => users.Explain("who")).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => users.Of(ActivityClass.New, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => users.Of((ActivityClass)9, 0));
    }

    [Fact]
    public void Evaluate_ColumnOfCreation_IsRefusedWhereItIsAbsentOrOfAnotherKind()
    {
        UserOpsDataset data = ActivityRows.Of("a 1").Append(new UserOpsDatasetBuilder().AddUsers(["a"], map => map.User(id => id).With(Field.Date("born"), _ => new DateOnly(2000, 1, 1))));
        Assert.Equal("unknownField /createdAt There is no column 'created'.", Refusal(Field.Instant("created")));
        Assert.Equal("typeMismatch /createdAt Column 'born' is of kind Date, not Instant.", Refusal(Field.Instant("born")));
        Assert.Equal("typeMismatch /createdAt 'vip' is of kind Flag; a creation is an instant or a date.", Refusal(Field.Flag("vip")));

        string Refusal(Field field) => ActivityRows.Text(Assert.Throws<InvalidDefinitionException>(
            () => new ActivityDecompositionModel(Definition with { CreatedAt = field }).Evaluate(data, ActivityRows.AfterDays(9))));
    }

    [Fact]
    public void Evaluate_ActiveBeforeCreation_IsGainedThoughThePeriodBeforeHeldThem()
    {
        UserOpsDataset data = ActivityRows.Of("a 11").Append(new UserOpsDatasetBuilder().AddUsers(["a"], map => map.User(id => id).With(Field.Date("created"), _ => new DateOnly(2026, 3, 2))));
        ActivityDecompositionSummary summary = new ActivityDecompositionModel(Definition with { CreatedAt = Field.Date("created") }).Evaluate(data, ActivityRows.AfterDays(9)).Summary;
        Assert.Equal([(0L, 1L), (1L, 0L)], summary.Periods.Take(2).Select(day => (day.New, day.Resurrected)));
        Assert.Equal([0L, 0L, 1L], summary.Periods.Take(3).Select(day => day.WentDormant));
    }

    [Theory]
    [InlineData("""{"createdAt":"created"}""")]
    [InlineData("""{"createdAt":{"flag":"created"}}""")]
    [InlineData("""{"createdAt":{"date":""}}""")]
    [InlineData("""{"createdAt":{"date":"a","instant":"b"}}""")]
    public void CreatedAt_TextThatIsNoColumnOfTimes_IsRefused(string json)
    {
        string whole = json.Insert(1, """ "activity":{"events":{}},"interval":"day","from":"2026-03-01","to":"2026-03-01",""");
        Assert.Contains("When a user was created is a column of instants or dates", Assert.Throws<System.Text.Json.JsonException>(() => UserOpsJson.Deserialize<ActivityDecompositionDefinition>(whole)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Summary_ThroughJson_IsEqual()
    {
        ActivityDecompositionSummary summary = new ActivityDecompositionModel(Definition).Evaluate(ActivityRows.Of("a 1.1", "b 11"), ActivityRows.AfterDays(3)).Summary;
        Assert.Equal([true, true, true, false, false], summary.Periods.Select(day => day.Period.IsComplete));
        Assert.Equal(summary, UserOpsJson.Deserialize<ActivityDecompositionSummary>(UserOpsJson.Serialize(summary)));
    }
}
