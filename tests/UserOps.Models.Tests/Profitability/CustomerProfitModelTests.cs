using UserOps.Models.Profitability;

namespace UserOps.Models.Tests.Profitability;

public class CustomerProfitModelTests
{
    private static readonly CustomerProfitModel Model = new(BankCustomers.Question);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Evaluate_RandomBank_EqualsTheTwin(long seed)
    {
        var bank = new BankCustomers(300, seed);
        CustomerProfitResult result = Model.Evaluate(bank.Data, BankCustomers.AtTheEnd);
        CustomerProfitStatement?[] twins = [.. bank.People.Select(bank.TwinOf)];
        CustomerProfitStatement[] known = [.. twins.OfType<CustomerProfitStatement>()];
        Assert.InRange(known.Length, 200, 290); // some are left out, most are not
        Assert.Equal(twins, bank.People.Select(person => result.Users.StatementOf(person.Id)));
        Assert.Equal(CustomerProfitStatement.Sum(known), result.Summary.Total);
        Assert.Equal(bank.People.Length - known.Length, result.Summary.LeftOut);
        Assert.Equal(new Ratio(known.Length, bank.People.Length), result.Summary.Coverage);
        Assert.Equal(known.Count(twin => twin.PreTaxProfit < 0), result.Summary.LossMakers);
        Assert.Equal(result.Summary.LossMakers, result.Users.LossMakers.Count);
        Assert.Equal(known.Sum(twin => twin.EconomicProfit), result.Users.EconomicProfit.Total);
        Assert.Equal(twins.Select(twin => twin?.PreTaxProfit), bank.People.Select(person => result.Users.PreTaxProfit[person.Id]));
        Assert.Equal(("CNY", result.Users.LeftOut), (result.Users.EconomicProfit.Currency, result.Users.EconomicProfit.WithoutValue));
    }

    [Fact]
    public void Evaluate_AnyThreadsAndShards_GiveTheSameToTheLastDigit()
    {
        var bank = new BankCustomers(5_000, 3);
        KeyValuePair<string, UserSet>[] thirds = ThirdsOf(bank, bank.Data);
        CustomerProfitResult whole = Model.Evaluate(bank.Data, thirds, BankCustomers.AtTheEnd, new() { MaxDegreeOfParallelism = 1 });
        foreach (int threads in (int[])[2, 7])
        {
            CustomerProfitResult again = Model.Evaluate(bank.Data, thirds, BankCustomers.AtTheEnd, new() { MaxDegreeOfParallelism = threads });
            Assert.Equal(whole.Summary, again.Summary);
            Assert.Equal(whole.Users.EconomicProfit.Values(), again.Users.EconomicProfit.Values());
        }

        CustomerProfitSummary[] parts = [.. thirds.Select(third => bank.Data.Only(third.Value)).Select(shard => Model.Evaluate(shard, ThirdsOf(bank, shard), BankCustomers.AtTheEnd).Summary)];
        Assert.Equal(whole.Summary, CustomerProfitSummary.Merge(CustomerProfitSummary.Merge(parts[2], parts[0]), parts[1]));
        Assert.Equal(whole.Summary.Total, CustomerProfitStatement.Sum(whole.Summary.Segments.Select(segment => segment.Statement))); // they divide the users
        Assert.Equal(whole.Summary.LeftOut, whole.Summary.Segments.Sum(segment => segment.LeftOut));
        Assert.Equal(thirds.Select(third => whole.Users.StatementOf(third.Value)), whole.Summary.Segments.Select(segment => segment.Statement));
        Assert.Equal(whole.Summary, UserOpsJson.Deserialize<CustomerProfitSummary>(UserOpsJson.Serialize(whole.Summary)));
        Assert.Equal(
            "The summaries have different segments; they cannot be added up. (Parameter 'b')",
            Assert.Throws<ArgumentException>(() => CustomerProfitSummary.Merge(whole.Summary, Model.Evaluate(bank.Data, BankCustomers.AtTheEnd).Summary)).Message);
    }

    [Fact]
    public void Explain_EveryUser_HasAStatementOrReasons()
    {
        var bank = new BankCustomers(300, 4);
        CustomerProfitResult result = Model.Evaluate(bank.Data, BankCustomers.AtTheEnd);
        foreach (BankCustomers.Person person in bank.People)
        {
            CustomerProfitExplanation explanation = result.Users.Explain(person.Id)!;
            Assert.Equal(bank.TwinOf(person), explanation.Statement);
            Assert.Equal(person.Deposit is null, explanation.Gaps.Any(gap => gap is { Path: "/balances/0/averageBalance", Reason: ProfitGapReason.Missing }));
            Assert.Equal(person.DefaultProbability > 1, explanation.Gaps.Any(gap => gap is { Path: "/exposures/0/defaultProbability", Reason: ProfitGapReason.OutOfRange }));
            Assert.Equal(explanation.Statement is null, !explanation.Gaps.IsEmpty);
            Assert.Equal(explanation.Statement is null, result.Users.LeftOut.Contains(person.Id));
            Assert.Equal(explanation, UserOpsJson.Deserialize<CustomerProfitExplanation>(UserOpsJson.Serialize(explanation)));
        }

        Assert.Equal(bank.People.Count(person => person.Deposit is null), result.Summary.Gaps.Single(gap => gap.Path == "/balances/0/averageBalance").Users);
        Assert.Contains(result.Summary.Gaps, gap => gap.Path == "/fees/0"); // a payment without a fee is not a payment of 0
        Assert.Null(result.Users.Explain("nobody"));
        Assert.Equal(UndefinedReason.EmptyPopulation, result.Users.RarocOf("nobody").Undefined);
    }

    [Fact]
    public void Evaluate_NobodyYet_IsAStatementOfNobody()
    {
        var bank = new BankCustomers(0, 5);
        CustomerProfitResult result = new CustomerProfitModel(new() { Terms = new() { Currency = "CNY" }, AcquisitionCost = [5m], Activities = [new() { Activity = "call", Events = "hotline", UnitCost = 1 }] })
            .Evaluate(bank.Data, BankCustomers.AtTheEnd);
        Assert.Equal((0L, 0L, 0m, null), (result.Summary.Total.Users, result.Summary.LeftOut, result.Summary.Total.PreTaxProfit, result.Summary.Coverage.Value));
        Assert.Equal("hotline", Assert.Single(result.Summary.UnknownEvents));
        Assert.Equal(UndefinedReason.ZeroBase, result.Summary.Total.Raroc.Undefined);
    }

    [Fact]
    public void Constructor_DefinitionThatCannotBe_ListsEveryFault()
    {
        AmountField dollars = Field.Amount("assets", "USD");
        var definition = new CustomerProfitDefinition
        {
            Terms = new() { Currency = "yuan", Period = AccrualPeriod.Months(0), TaxRate = 1.5m, CapitalChargeRate = -0.1m },
            Balances =
            [
                new() { Product = "", Side = (BalanceSide)7, AverageBalance = 5m, CustomerRate = null!, TransferRate = "" },
                new() { Product = "loan", Side = BalanceSide.Asset, AverageBalance = dollars, CustomerRate = 0m, TransferRate = 0m },
                new() { Product = "loan", Side = BalanceSide.Asset, AverageBalance = 1m, CustomerRate = 0m, TransferRate = 0m },
            ],
            Fees = [null!],
            Activities = [new() { Activity = "call", Events = "call", UnitCost = -1 }],
            Exposures = [new() { Product = "loan", DefaultProbability = 1.01m, LossGivenDefault = new RateOfColumn { Field = "lgd", Assume = -1 }, ExposureAtDefault = -5m }],
            EconomicCapital = [-1m],
        };
        Assert.Equal(
            [
                "badCurrency /terms/currency 'yuan' is no ISO 4217 code: three capital letters.",
                "countNotPositive /terms/period/units A count of units is at least 1, not 0.",
                "outOfRange /terms/capitalChargeRate A charge on capital is zero or more, not -0.1.",
                "outOfRange /terms/taxRate A rate of tax is 0 to 1, not 1.5.",
                "emptyName /balances/0/product A name is missing here.",
                "unknownValue /balances/0/side 7 is no BalanceSide.",
                "missingMember /balances/0/customerRate There is no source of the rate: a column, or one rate for everybody.",
                "emptyName /balances/0/transferRate/field A name is missing here.",
                "unitMismatch /balances/1/averageBalance/field Column 'assets' is in USD, the statement in yuan; two currencies cannot be added up.",
                "duplicateId /balances/2/product There is another balance of 'loan' on this side.",
                "missingMember /fees/0 There is no source of the amount: a column, events, or one amount for everybody.",
                "outOfRange /activities/0/unitCost A unit cost is zero or more, not -1.",
                "outOfRange /exposures/0/defaultProbability/rate A probability of default is 0 to 1, not 1.01.",
                "outOfRange /exposures/0/lossGivenDefault/assume A loss given default is 0 to 1, not -1.",
                "outOfRange /exposures/0/exposureAtDefault/amount An exposure at default is zero or more, not -5.",
                "outOfRange /economicCapital/0/amount Economic capital is zero or more, not -1.",
            ],
            Issues(() => _ = new CustomerProfitModel(definition)));
    }

    [Fact]
    public void Evaluate_ColumnsThatAreNotThere_AreAllRefusedAtTheirPlaces()
    {
        CustomerProfitDefinition question = BankCustomers.Question with
        {
            Balances = [BankCustomers.Question.Balances[0] with { AverageBalance = Field.Amount("savings", "CNY"), CustomerRate = "deposit", TransferRate = "price" }],
        };
        Assert.Equal(
            [
                "unknownField /balances/0/averageBalance/field There is no column 'savings'.",
                "typeMismatch /balances/0/customerRate/field Column 'deposit' is of kind Amount; a rate is a quantity or a number.",
                "unknownField /balances/0/transferRate/field There is no column 'price'.",
            ],
            Issues(() => new CustomerProfitModel(question).Evaluate(new BankCustomers(5, 6).Data, BankCustomers.AtTheEnd)));
    }

    [Theory] // a rate and a balance of one of two users: the place that is told
    [InlineData("100000000000000000000", "1000000000", "/balances/0")] // the product has more digits than a decimal holds
    [InlineData("1000000000", "10000000000", "/balances/0")] // a decimal holds it, and the sum of a few like it would be refused
    [InlineData("1", "100000000000000001", "/balances/0")]
    public void Evaluate_AbsurdValueOfOneUser_LeavesOutNobodyElse(string rate, string balance, string place)
    {
        AmountField money = Field.Amount("money", "CNY", 0);
        NumberField price = Field.Number("price");
        (string Id, decimal Money, double Price)[] people = [("ann", 1_000, 0.01), ("bob", decimal.Parse(balance, System.Globalization.CultureInfo.InvariantCulture), double.Parse(rate, System.Globalization.CultureInfo.InvariantCulture))];
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers(people, map => map.User(row => row.Id).With(money, row => row.Money).With(price, row => row.Price)).Build();
        CustomerProfitResult result = new CustomerProfitModel(new()
        {
            Terms = new() { Currency = "CNY", TaxRate = 0.25m },
            Balances = [new() { Product = "deposit", Side = BalanceSide.Liability, AverageBalance = money, CustomerRate = 0m, TransferRate = "price" }],
        }).Evaluate(data, BankCustomers.AtTheEnd);
        Assert.Equal((1L, 1L, 10m), (result.Summary.Total.Users, result.Summary.LeftOut, result.Summary.Total.PreTaxProfit));
        Assert.Equal(new ProfitGap { Path = place, Reason = ProfitGapReason.OutOfRange, Users = 1 }, Assert.Single(result.Summary.Gaps));
        Assert.Equal(result.Summary.Gaps.AsEnumerable(), result.Users.Explain("bob")!.Gaps.AsEnumerable());
        Assert.Null(result.Users.StatementOf("bob"));
    }

    [Fact]
    public void Evaluate_SeveralSources_KeepALineEach()
    {
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers(["ann", "bob"], map => map.User(id => id).With(BankCustomers.Deposit, id => id == "ann" ? 10.25m : 20)).Build();
        CustomerProfitDefinition question = new()
        {
            Terms = new() { Currency = "CNY" },
            Fees = [BankCustomers.Deposit, 3m, new AmountForEverybody { Name = "card", Amount = 1.5m }, 4m], // two of no name of their own share a line
            BenefitCost = [2m],
        };
        CustomerProfitStatement ann = new CustomerProfitModel(question).Evaluate(data, BankCustomers.AtTheEnd).Users.StatementOf("ann")!;
        Assert.Equal("Fees deposit 10.25|Fees constant 7|Fees card 1.5|BenefitCost constant 2", LinesOf(ann));
        Assert.Equal((18.75m, 2m), (ann.Fees, ann.BenefitCost));
        CustomerProfitStatement other = new CustomerProfitModel(question with { Fees = [new AmountForEverybody { Name = "account", Amount = 8 }] }).Evaluate(data, BankCustomers.AtTheEnd).Users.StatementOf("bob")!;
        Assert.Equal("Fees account 8|Fees card 1.5|Fees constant 7|Fees deposit 10.25|BenefitCost constant 4", LinesOf(CustomerProfitStatement.Merge(ann, other)));
        Assert.Equal(ann, UserOpsJson.Deserialize<CustomerProfitStatement>(UserOpsJson.Serialize(ann)));
        Assert.Equal(["emptyName /fees/0/name A name is missing here."], Issues(() => _ = new CustomerProfitModel(question with { Fees = [new AmountForEverybody { Name = " ", Amount = 1 }] })));

        static string LinesOf(CustomerProfitStatement statement) => string.Join('|', statement.Amounts.Select(line => FormattableString.Invariant($"{line.Item} {line.Name} {line.Amount}")));
    }

    [Fact]
    public void Evaluate_UserFirstSeenLater_HasNoStatementAndIsNotLeftOut()
    {
        UserOpsDataset data = UserOpsDataset.FromEvents([("ann", 30), ("bob", 40)], map => map.User(row => row.Item1).At(row => BankCustomers.AtTheEnd.AsOf.AddDays(row.Item2 - 35)).Name(_ => "pay"));
        CustomerProfitResult result = new CustomerProfitModel(new() { Terms = new() { Currency = "CNY" }, Fees = [1m] }).Evaluate(data, BankCustomers.AtTheEnd);
        Assert.Equal((1L, 0L, null), (result.Summary.Total.Users, result.Summary.LeftOut, result.Users.Explain("bob")));
    }

    [Fact]
    public void Evaluate_SegmentsOfOneName_AreRefused()
    {
        UserOpsDataset data = new BankCustomers(5, 6).Data;
        UserSet all = UserSet.Everyone(data.Directory);
        Assert.Equal(
            "There are two segments 'all'. (Parameter 'segments')",
            Assert.Throws<ArgumentException>(() => Model.Evaluate(data, [new("all", all), new("all", all)], BankCustomers.AtTheEnd)).Message);
    }

    private static KeyValuePair<string, UserSet>[] ThirdsOf(BankCustomers bank, UserOpsDataset data) =>
    [
        .. Enumerable.Range(0, 3).Select(third => KeyValuePair.Create(
            $"third {third}", UserSet.Of(data.Directory, bank.People.Where((_, i) => i % 3 == third).Select(person => (UserId)person.Id), out _))),
    ];

    internal static string[] Issues(Action work)
        => [.. Assert.Throws<InvalidDefinitionException>(work).Issues.Select(issue => $"{issue.Code} {issue.Path} {issue.Message}")];
}
