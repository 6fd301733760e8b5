using UserOps.Models.Activity;

namespace UserOps.Models.Tests.Activity;

public class ActivityRateModelTests
{
    private static readonly AmountField Assets = Field.Amount("assets", "CNY", 2);
    private static readonly FlagField IsCustomer = Field.Flag("customer");

    private static readonly (string Id, bool? Customer, decimal? Assets)[] People =
        [("ann", true, 100.10m), ("bob", true, 0.20m), ("cid", true, null), ("dan", false, 1_000m), ("eve", null, 5m)];

    [Fact]
    public void Evaluate_Rule_CountsActiveCustomersAndWhatTheyHold()
    {
        ActivityRateResult result = new ActivityRateModel(ActivityPresets.MonthlyActivityRate("login", IsCustomer.Is(true), Assets)).Evaluate(Data(), ActivityRows.AfterDays(31));
        ActivityRateSummary summary = result.Summary;
        Assert.Equal((3L, new Ratio(2, 3), 1L), (summary.Active, summary.Rate, summary.Uncertain)); // ann and cid of three, dan is none, and eve may be
        Assert.Equal("eve", ActivityRows.Names(result.Uncertain));
        Assert.Equal("ann cid dan", ActivityRows.Names(result.Active));
        Assert.True(summary.Period.IsComplete);
        Assert.Equal(
            new AssetsUnderManagement { Field = "assets", Currency = "CNY", Known = 2, Missing = 1, Total = 100.30m, Active = 2, ActiveKnown = 1, HeldByActive = 100.10m },
            summary.Assets);
        Assert.Equal((50.15m, 50.15m, 100.10m), (summary.Assets!.PerActiveUser.Value, summary.Assets.MeanOfKnown.Value, summary.Assets.MeanOfActive.Value));
        Assert.Equal(summary, UserOpsJson.Deserialize<ActivityRateSummary>(UserOpsJson.Serialize(summary)));
    }

    [Fact]
    public void Evaluate_CustomersGiven_AreTheBase()
    {
        UserOpsDataset data = Data();
        var model = new ActivityRateModel(ActivityPresets.MonthlyActivityRate("login"));
        Assert.Equal(new Ratio(1, 2), model.Evaluate(data, UserSet.Of(data.Directory, ["ann", "bob"]), ActivityRows.AfterDays(31)).Summary.Rate);
        Assert.Equal(new Ratio(3, 5), model.Evaluate(data, ActivityRows.AfterDays(31)).Summary.Rate); // everybody
        Assert.Null(model.Evaluate(data, UserSet.None(data.Directory), ActivityRows.AfterDays(31)).Summary.Rate.Value);
        Assert.Null(model.Evaluate(data, ActivityRows.AfterDays(31)).Summary.Assets);
        Assert.Equal(
            "The definition says by a rule who is a customer; leave it out to give them. (Parameter 'customers')",
            Assert.Throws<ArgumentException>(() => new ActivityRateModel(ActivityPresets.MonthlyActivityRate("login", IsCustomer.Is(true)))
                .Evaluate(data, UserSet.None(data.Directory), ActivityRows.AfterDays(31))).Message);
    }

    [Fact]
    public void Evaluate_WeekOfAsOf_IsThePeriod()
    {
        ActivityRateSummary summary = new ActivityRateModel(new() { Activity = "login", Unit = CalendarUnit.Week }).Evaluate(Data(), ActivityRows.AfterDays(3)).Summary;
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 8), false, 1L), (summary.Period.FirstDay, summary.Period.LastDay, summary.Period.IsComplete, summary.Active));
    }

    [Fact]
    public void Constructor_RuleThatCannotBe_IsRefusedAtItsPlace()
    {
        InvalidDefinitionException refusal = Assert.Throws<InvalidDefinitionException>(() => new ActivityRateModel(new() { Activity = "login", Unit = (CalendarUnit)9, Customers = Rule.InSegment("nobody knows") }));
        Assert.Equal(["/unit", "/customers"], refusal.Issues.Select(issue => issue.Path[..Math.Min(issue.Path.Length, 10)]));
    }

    [Fact]
    public void Evaluate_ColumnThatIsAbsent_IsRefusedAtItsPlace()
    {
        Assert.StartsWith("unknownField /customers", Refusal(new() { Activity = "login", Customers = Field.Flag("none").Is(true) }), StringComparison.Ordinal);
        Assert.Equal("unknownField /assets There is no column 'none'.", Refusal(new() { Activity = "login", Assets = Field.Amount("none", "CNY") }));
        Assert.StartsWith("typeMismatch /assets Column 'assets' is", Refusal(new() { Activity = "login", Assets = Field.Amount("assets", "USD", 2) }), StringComparison.Ordinal);

        static string Refusal(ActivityRateDefinition definition)
            => ActivityRows.Text(Assert.Throws<InvalidDefinitionException>(() => new ActivityRateModel(definition).Evaluate(Data(), ActivityRows.AfterDays(31))));
    }

    [Fact] // u2 is in the dataset, but nobody could know it at the end of January
    public void Evaluate_UserWhoComesAfterAsOf_IsInNoNumber()
    {
        (string User, DateTimeOffset At)[] rows = [("u1", new(2026, 1, 10, 9, 0, 0, TimeSpan.Zero)), ("u2", new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero))];
        UserOpsDataset data = UserOpsDataset.FromEvents(rows, map => map.User(row => row.User).At(row => row.At).Name(_ => "login"));
        EvaluationContext january = EvaluationContext.AtEndOf(new(2026, 1, 31), TimeZoneInfo.Utc);
        var model = new ActivityRateModel(new() { Activity = "login" });
        Assert.Equal(new Ratio(1, 1), model.Evaluate(data, january).Summary.Rate);
        Assert.Equal(new Ratio(1, 1), model.Evaluate(data, UserSet.Everyone(data.Directory), january).Summary.Rate);
        Assert.Equal(1.0, ActivityMetrics.Of(ActivityMetrics.ActivityRate, data, "login", january).Value);
    }

    [Theory] // a row of the user table is there from the beginning; who has none is there from the first event on
    [InlineData(true, "1 of 2", 0, 2)] // ann and bob
    [InlineData(false, "0 of 0", 2, 0)]
    public void Evaluate_RuleThatHoldsOfUsersNotSeen_CountsTheSeen(bool whenUnknown, string rate, long uncertain, long missing)
    {
        SegmentRule customers = whenUnknown ? IsCustomer.Is(true).WhenUnknown(true) : IsCustomer.Is(true);
        (string Id, bool? Customer, decimal? Assets)[] people = [("bob", null, null)];
        UserOpsDataset data = ActivityRows.Of("ann 1", "zoe ..........1")
            .Append(new UserOpsDatasetBuilder().AddUsers(people, map => map.User(row => row.Id).With(IsCustomer, row => row.Customer).With(Assets, row => row.Assets)));
        ActivityRateResult result = new ActivityRateModel(new() { Activity = "login", Customers = customers, Assets = Assets }).Evaluate(data, ActivityRows.AfterDays(3));
        Assert.Equal((rate, uncertain, missing), (result.Summary.Rate.ToString(), result.Summary.Uncertain, result.Summary.Assets!.Missing));
        Assert.DoesNotContain("zoe", ActivityRows.Names(result.Customers.Union(result.Uncertain)), StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_Shards_AddUp()
    {
        ActivityRateSummary whole = new ActivityRateModel(ActivityPresets.MonthlyActivityRate("login", IsCustomer.Is(true), Assets)).Evaluate(Data(), ActivityRows.AfterDays(31)).Summary;
        ActivityRateSummary twice = ActivityRateSummary.Merge(whole, whole);
        Assert.Equal((6L, new Ratio(4, 6), 200.60m, 200.20m), (twice.Active, twice.Rate, twice.Assets!.Total, twice.Assets.HeldByActive));
    }

    private static UserOpsDataset Data() => ActivityRows.Of("ann 1", "cid .1", "dan ..........1")
        .Append(new UserOpsDatasetBuilder().AddUsers(People, map => map.User(row => row.Id).With(IsCustomer, row => row.Customer).With(Assets, row => row.Assets)));
}
