using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class RevenueRulesTests
{
    private static readonly RevenueDefinition Revenue = new() { Events = "pay", Amount = RevenueWorld.Amount };

    private static readonly RevenuePerUserDefinition PerUser = new() { Active = EventFilter.Any, Revenue = Revenue, Unit = CalendarUnit.Month, FirstPeriod = new DateOnly(2026, 3, 1), Periods = 1 };

    private static readonly CohortLifetimeValueDefinition Cohorts = new() { Acquisition = "register", Revenue = Revenue, Unit = CalendarUnit.Month, FirstCohort = new DateOnly(2026, 3, 1), Cohorts = 2, Periods = 3 };

    private static readonly ChannelEconomicsDefinition Channels = new() { Acquisition = "register", Channel = RevenueWorld.Channel, Revenue = Revenue, From = new(2026, 3, 1), To = new(2026, 3, 31), Spend = [new("c1", 1)] };

    public static TheoryData<string, object, string, string, string> Faults => new()
    {
        { "no revenue", PerUser with { Revenue = null! }, "missingMember", "/revenue", "There is no definition of revenue here: which events bring it, and in which column." },
        { "no amount", PerUser with { Revenue = Revenue with { Amount = null! } }, "missingMember", "/revenue/amount", "The column of the amounts is missing." },
        { "empty refund", PerUser with { Revenue = Revenue with { Refunds = "" } }, "emptyName", "/revenue/refunds/names/0", "An event has a name." },
        { "other currency", PerUser with { Revenue = Revenue with { Cost = Field.Amount("cost", "USD") } }, "currencyMismatch", "/revenue/cost", "The costs are in USD and the amounts in CNY; they cannot be subtracted." },
        { "margin twice", PerUser with { Revenue = Revenue with { Cost = RevenueWorld.Cost, GrossMargin = 0.5m } }, "marginTwice", "/revenue/grossMargin", "The margin follows from the costs or from a share of revenue, not from both." },
        { "margin", PerUser with { Revenue = Revenue with { GrossMargin = -0.5m } }, "outOfRange", "/revenue/grossMargin", "The gross margin is -0.5; it is a share of revenue, 0 to 1." },
        { "long margin", PerUser with { Revenue = Revenue with { GrossMargin = 0.1234567m } }, "tooManyDigits", "/revenue/grossMargin", "The gross margin is 0.1234567; it has at most 6 digits after the point." },
        { "no active", PerUser with { Active = null! }, "missingMember", "/active", "There is no event filter here; EventFilter.Any takes every event." },
        { "unit", PerUser with { Unit = (CalendarUnit)9 }, "unknownValue", "/unit", "9 is no CalendarUnit." },
        { "no first period", PerUser with { FirstPeriod = default }, "missingMember", "/firstPeriod", "The first period is missing: a local date, or an instant." },
        { "no periods", PerUser with { Periods = 0 }, "countNotPositive", "/periods", "The number of periods is 0; it is at least 1." },
        { "many periods", PerUser with { Periods = 10_001 }, "countTooLarge", "/periods", "The number of periods is 10001; it is at most 10000." },
        { "no acquisition", Cohorts with { Acquisition = null! }, "missingMember", "/acquisition", "There is no event filter here; EventFilter.Any takes every event." },
        { "no first cohort", Cohorts with { FirstCohort = default }, "missingMember", "/firstCohort", "The first cohort is missing: a local date, or an instant." },
        { "no cohorts", Cohorts with { Cohorts = 0 }, "countNotPositive", "/cohorts", "The number of cohorts is 0; it is at least 1." },
        { "no ages", Cohorts with { Periods = -1 }, "countNotPositive", "/periods", "The number of periods is -1; it is at least 1." },
        { "large table", Cohorts with { Cohorts = 1_001, Periods = 1_000 }, "tableTooLarge", "/cohorts", "The table has 1001000 cells; 1000000 are possible." },
        { "no channel", Channels with { Channel = null! }, "missingMember", "/channel", "The column of the channels is missing." },
        { "range", Channels with { To = new(2026, 2, 28) }, "rangeEmpty", "/to", "The range ends on 2026-02-28, before its start on 2026-03-01." },
        { "window", Channels with { Window = TimeSpan.FromHours(-1) }, "negativeValue", "/window", "The window is -01:00:00; it is zero or more." },
        { "no ages", Channels with { AgeLength = TimeSpan.FromDays(1), Revenue = Revenue with { GrossMargin = 0.5m } }, "countNotPositive", "/ages", "The number of ages is 0; it is at least 1." },
        { "no age length", Channels with { Ages = 2, Revenue = Revenue with { GrossMargin = 0.5m } }, "missingMember", "/ageLength", "The length of an age is missing." },
        { "age length", Channels with { Ages = 2, AgeLength = TimeSpan.Zero, Revenue = Revenue with { GrossMargin = 0.5m } }, "outOfRange", "/ageLength", "The length of an age is 00:00:00; it is above zero." },
        { "late ages", Channels with { Ages = 3, AgeLength = TimeSpan.FromDays(1), Window = TimeSpan.FromDays(2), Revenue = Revenue with { GrossMargin = 0.5m } }, "beyondWindow", "/ages", "The 3 ages of 1.00:00:00 end after the window of 2.00:00:00." },
        { "no margin", Channels with { Ages = 3, AgeLength = TimeSpan.FromDays(1) }, "marginUnknown", "/ages", "A contribution is a margin: name costs or a gross margin." },
        { "default spend", Channels with { Spend = default }, "missingMember", "/spend", "The list of spends was never set; an empty list means that none is known." },
        { "spend of nothing", Channels with { Spend = [new("", 1)] }, "emptyName", "/spend/0", "A spend names its channel." },
        { "spend twice", Channels with { Spend = [new("c1", 1), new("c1", 2)] }, "duplicateChannel", "/spend/1", "Channel 'c1' is listed twice." },
        { "negative spend", Channels with { Spend = [new("c1", -1)] }, "negativeValue", "/spend/0/amount", "The spend is -1; it is 0 or more." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void New_DefinitionThatCannotBe_IsRefused(string what, object definition, string code, string path, string message)
    {
        DefinitionIssue issue = Assert.Single(Assert.Throws<InvalidDefinitionException>(() => Model(definition)).Issues);
        Assert.True(issue == new DefinitionIssue(code, path, message), $"{what}: {issue}");
    }

    public static TheoryData<RevenueDefinition, string, string> Columns => new()
    {
        { Revenue with { Amount = Field.Amount("price", "CNY") }, "/revenue/amount", "There is no column 'price'." },
        { Revenue with { Amount = Field.Amount("amount", "USD") }, "/revenue/amount", "Column 'amount' is an amount in CNY with scale 4, not an amount in USD with scale 4." },
        { Revenue with { Cost = Field.Amount("cost", "CNY", 4) }, "/revenue/cost", "Column 'cost' is an amount in CNY with scale 2, not an amount in CNY with scale 4." },
    };

    [Theory]
    [MemberData(nameof(Columns))]
    public void Evaluate_ColumnThatIsNotThere_IsRefusedByEveryModel(RevenueDefinition revenue, string path, string message)
    {
        var world = new RevenueWorld(5);
        UserOpsDataset data = world.Data();
        Action[] questions =
        [
            () => new RevenuePerUserModel(PerUser with { Revenue = revenue }).Evaluate(data, world.Context),
            () => new CohortLifetimeValueModel(Cohorts with { Revenue = revenue }).Evaluate(data, world.Context),
            () => new ChannelEconomicsModel(Channels with { Revenue = revenue }).Evaluate(data, world.Context),
        ];
        Assert.All(questions, ask =>
        {
            DefinitionIssue issue = Assert.Single(Assert.Throws<InvalidDefinitionException>(ask).Issues);
            Assert.Equal((path, message), (issue.Path, issue.Message));
        });
    }

    [Fact]
    public void Evaluate_ChannelThatIsNoColumnOfUsers_IsRefused()
    {
        var world = new RevenueWorld(5);
        DefinitionIssue issue = Assert.Single(Assert.Throws<InvalidDefinitionException>(
            () => new ChannelEconomicsModel(Channels with { Channel = Field.Category("source") }).Evaluate(world.Data(), world.Context)).Issues);
        Assert.Equal(("/channel", "The user table has no column 'source'."), (issue.Path, issue.Message));
    }

    [Fact]
    public void Evaluate_AmountOfAContent_IsReadThroughIt()
    {
        AmountField price = Field.Amount("price", "CNY", 2);
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddContents([("book", 12.5m)], map => map.Id(row => row.Item1).With(price, row => row.Item2))
            .AddEvents([("ann", "book"), ("bob", "lamp")], map => map.User(row => row.Item1).At(_ => new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero)).Name(_ => "pay").Content(row => row.Item2))
            .Build();
        RevenuePerUserPeriod march = new RevenuePerUserModel(PerUser with { Revenue = Revenue with { Amount = price.OfContent } })
            .Evaluate(data, EvaluationContext.AtEndOf(new(2026, 3, 31), TimeZoneInfo.Utc)).Summary.Periods[0];
        Assert.Equal((12.5m, 1, 2, 1), (march.Users.Revenue, march.Users.PayingUsers, march.Users.ActiveUsers, march.EventsWithoutAmount));
        Assert.True(march.IsComplete);
    }

    private static object Model(object definition) => definition switch
    {
        RevenuePerUserDefinition perUser => new RevenuePerUserModel(perUser),
        CohortLifetimeValueDefinition cohorts => new CohortLifetimeValueModel(cohorts),
        _ => new ChannelEconomicsModel((ChannelEconomicsDefinition)definition),
    };
}
