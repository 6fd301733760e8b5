using UserOps.Models.Profitability;

namespace UserOps.Models.Tests.Profitability;

public class RiskRatesModelTests
{
    private static readonly AmountField Owed = Field.Amount("owed", "CNY", 2);
    private static readonly AmountField Lost = Field.Amount("lost", "CNY", 4);
    private static readonly CategoryField Decision = Field.Category("decision");

    private static readonly RiskRatesDefinition Question = new()
    {
        Fraud = EventFilter.Named("fraud"),
        Caught = EventFilter.Any.And(Decision.Is("stopped")),
        From = new DateOnly(2026, 3, 2),
        Outstanding = Owed,
        Bad = Lost,
    };

    private static readonly (string Id, decimal? Owed, decimal? Lost)[] People =
        [("ann", 1_000, 0), ("bob", 500.50m, 100.1001m), ("cid", null, 5), ("dan", null, null), ("eve", 0, 0)];

    private static readonly (string User, int Day, string Name, string? Decision)[] Log =
    [
        ("ann", 1, "fraud", "stopped"), // before the period
        ("ann", 2, "fraud", "stopped"), ("ann", 3, "fraud", null), ("bob", 4, "fraud", "stopped"), ("bob", 4, "pay", "stopped"), ("eve", 5, "fraud", "let through"),
        ("eve", 9, "fraud", "stopped"), // after 'as of'
    ];

    [Fact]
    public void Evaluate_FraudAndDebt_GivesBothRates()
    {
        RiskRates rates = new RiskRatesModel(Question).Evaluate(Data(), AtDay(8));
        Assert.Equal(new Ratio(2, 4), rates.Interception);
        Assert.Equal((0.5, 3L, 1L, 100.1001m, 1_500.50m), (rates.InterceptionRate, rates.Debtors, rates.LeftOut, rates.Bad, rates.Outstanding));
        Assert.Equal(100.1001m / 1_500.50m, rates.BadDebtRate.Value);
        Assert.Equal(rates, UserOpsJson.Deserialize<RiskRates>(UserOpsJson.Serialize(rates)));
        Assert.Equal(rates, new RiskRatesModel(Question).Evaluate(Data(), AtDay(8), new() { MaxDegreeOfParallelism = 3 }));
    }

    [Fact]
    public void Merge_Shards_GiveTheWhole()
    {
        UserOpsDataset data = Data();
        UserSet some = UserSet.Of(data.Directory, ["ann", "cid"]);
        var model = new RiskRatesModel(Question);
        Assert.Equal(
            model.Evaluate(data, AtDay(8)),
            RiskRates.Merge(model.Evaluate(data.Only(some.Complement()), AtDay(8)), model.Evaluate(data.Only(some), AtDay(8))));
    }

    [Fact]
    public void Evaluate_NothingToDivideBy_HasNoRate()
    {
        UserOpsDataset data = Data();
        RiskRates nobody = new RiskRatesModel(Question).Evaluate(data.Only(UserSet.None(data.Directory)), AtDay(8));
        Assert.Equal((null, UndefinedReason.EmptyPopulation), (nobody.InterceptionRate, nobody.BadDebtRate.Undefined));
        RiskRates eve = new RiskRatesModel(Question with { Fraud = null, Caught = null }).Evaluate(data.Only(UserSet.Of(data.Directory, ["eve"])), AtDay(8));
        Assert.Equal((null, UndefinedReason.ZeroBase), (eve.InterceptionRate, eve.BadDebtRate.Undefined)); // owes nothing
        Assert.Equal(UndefinedReason.NegativeBase, (eve with { Outstanding = -10, Bad = -5 }).BadDebtRate.Undefined); // others owe, the bank does
        RiskRates fraud = new RiskRatesModel(Question with { Outstanding = null, Bad = null, Fraud = "phishing" }).Evaluate(data, AtDay(8));
        Assert.Equal(0, fraud.Interception.Denominator);
        Assert.Equal("phishing", Assert.Single(fraud.UnknownEvents));
    }

    [Fact]
    public void Constructor_HalvesWithoutTheOther_AreRefused()
    {
        Assert.Equal(
            ["missingMember  Nothing is asked: give fraud and what was caught, or what is outstanding and what of it is bad."],
            CustomerProfitModelTests.Issues(() => _ = new RiskRatesModel(new())));
        Assert.Equal(
            ["missingMember /caught A rate needs both: /fraud and /caught.", "missingMember /bad A rate needs both: /outstanding and /bad."],
            CustomerProfitModelTests.Issues(() => _ = new RiskRatesModel(new() { Fraud = "fraud", Outstanding = Owed })));
        Assert.Equal(
            ["unitMismatch /bad Column 'lost' is in USD, 'owed' in CNY; there is no rate between two currencies."],
            CustomerProfitModelTests.Issues(() => _ = new RiskRatesModel(new() { Outstanding = Owed, Bad = Field.Amount("lost", "USD") })));
        Assert.Equal(
            ["unknownField /outstanding There is no column 'debt'.", "unknownField /bad There is no column 'losses'."],
            CustomerProfitModelTests.Issues(() => new RiskRatesModel(new() { Outstanding = Field.Amount("debt", "CNY"), Bad = Field.Amount("losses", "CNY") }).Evaluate(Data(), AtDay(8))));
    }

    private static EvaluationContext AtDay(int day) => EvaluationContext.AtEndOf(new(2026, 3, day), TimeZoneInfo.Utc);

    private static UserOpsDataset Data() => new UserOpsDatasetBuilder()
        .AddUsers(People, map => map.User(row => row.Id).With(Owed, row => row.Owed).With(Lost, row => row.Lost))
        .AddEvents(Log, map => map.User(row => row.User).At(row => new DateTimeOffset(2026, 3, row.Day, 12, 0, 0, TimeSpan.Zero)).Name(row => row.Name).With(Decision, row => row.Decision))
        .Build();
}
