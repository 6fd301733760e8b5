using UserOps.Models.Profitability;

namespace UserOps.Models.Tests.Profitability;

public class CustomerProfitStatementTests
{
    private static readonly ProfitTerms Terms = new() { Currency = "CNY", CapitalChargeRate = 0.1m, TaxRate = 0.25m };

    private static readonly CustomerAccounts Accounts = new()
    {
        Balances =
        [
            new() { Product = "deposit", Side = BalanceSide.Liability, AverageBalance = 100_000, CustomerRate = 0.015m, TransferRate = 0.025m },
            new() { Product = "loan", Side = BalanceSide.Asset, AverageBalance = 20_000, CustomerRate = 0.12m, TransferRate = 0.03m },
            new() { Product = "deposit", Side = BalanceSide.Liability, AverageBalance = 1_000, CustomerRate = 0, TransferRate = 0.025m },
        ],
        Fees = 300,
        Activities = [new() { Activity = "call", Count = 3, UnitCost = 12 }],
        Exposures = [new() { Product = "loan", DefaultProbability = 0.02m, LossGivenDefault = 0.45m, ExposureAtDefault = 20_000 }],
        EconomicCapital = 1_500,
    };

    [Fact]
    public void Of_TwoAccountsOfOneProduct_ShareALine()
    {
        CustomerProfitStatement statement = CustomerProfitStatement.Of(Accounts, Terms);
        Assert.Equal(
            [
                new InterestLine { Product = "deposit", Side = BalanceSide.Liability, AverageBalance = 101_000, CustomerInterest = 1_500, TransferInterest = 2_525 },
                new InterestLine { Product = "loan", Side = BalanceSide.Asset, AverageBalance = 20_000, CustomerInterest = 2_400, TransferInterest = 600 },
            ],
            statement.Interest.AsEnumerable());
        Assert.Equal((2_825m, 300m, 36m, 180m), (statement.NetInterestIncome, statement.FeeIncome, statement.CostToServe, statement.ExpectedLoss));
        Assert.Equal((2_909m, 727.25m, 150m), (statement.PreTaxProfit, statement.Tax, statement.CapitalCharge));
        Assert.Equal(2_181.75m / 1_500, statement.Raroc.Value);
        Assert.Equal(statement, UserOpsJson.Deserialize<CustomerProfitStatement>(UserOpsJson.Serialize(statement)));
    }

    [Theory] // what is a rate per year follows the period; what is an amount is of the period already
    [InlineData(12, 12, "2825", "180", "150")]
    [InlineData(3, 12, "706.25", "45", "37.5")]
    [InlineData(90, 365, "696.5753424657", "44.3835616438", "36.9863013699")]
    [InlineData(90, 360, "706.25", "45", "37.5")]
    public void Of_Period_ScalesYearlyRates(int units, int unitsPerYear, string income, string loss, string charge)
    {
        CustomerProfitStatement statement = CustomerProfitStatement.Of(Accounts, Terms with { Period = new() { Units = units, UnitsPerYear = unitsPerYear } });
        Assert.Equal(decimal.Parse(income, System.Globalization.CultureInfo.InvariantCulture), statement.NetInterestIncome, 9); // two roundings of a tenth digit
        Assert.Equal(decimal.Parse(loss, System.Globalization.CultureInfo.InvariantCulture), statement.ExpectedLoss);
        Assert.Equal(decimal.Parse(charge, System.Globalization.CultureInfo.InvariantCulture), statement.CapitalCharge);
        Assert.Equal((300m, 36m), (statement.FeeIncome, statement.CostToServe));
        Assert.Equal(statement.AfterTaxProfit * unitsPerYear / units / 1_500, statement.Raroc.Value);
    }

    [Fact]
    public void Of_Loss_IsRelievedOfTax()
    {
        CustomerProfitStatement statement = CustomerProfitStatement.Of(new() { BenefitCost = 100, EconomicCapital = 10 }, Terms);
        Assert.Equal((-100m, -25m, -75m, -76m, -7.5m), (statement.PreTaxProfit, statement.Tax, statement.AfterTaxProfit, statement.EconomicProfit, statement.Raroc.Value));
    }

    [Fact]
    public void Of_NothingAtAll_IsZeroWithoutAReturn()
    {
        CustomerProfitStatement statement = CustomerProfitStatement.Of(new(), Terms);
        Assert.Equal((1L, 0m, UndefinedReason.ZeroBase), (statement.Users, statement.EconomicProfit, statement.Raroc.Undefined));
    }

    [Fact]
    public void Sum_AnyOrderAndGrouping_GivesTheSame()
    {
        CustomerAccounts[] accounts =
        [
            Accounts,
            new() { Balances = [new() { Product = "gold", Side = BalanceSide.Liability, AverageBalance = 0.01m, CustomerRate = 0.0000001m, TransferRate = 0.0000013m }], Fees = 0.1m },
            new() { Activities = [new() { Activity = "branch", Count = 0.5m, UnitCost = 30 }, new() { Activity = "call", Count = 1, UnitCost = 0.1m }], Fees = 0.2m },
        ];
        CustomerProfitStatement[] s = [.. accounts.Select(account => CustomerProfitStatement.Of(account, Terms))];
        CustomerProfitStatement sum = CustomerProfitStatement.Sum(s);
        Assert.Equal((3L, 300.3m, s.Sum(one => one.EconomicProfit)), (sum.Users, sum.Fees, sum.EconomicProfit));
        Assert.Equal(["branch", "call"], sum.Activities.Select(line => line.Activity));
        Assert.Equal(0.000000012m, sum.Interest.Single(line => line.Product == "gold").NetInterestIncome);
        foreach (CustomerProfitStatement other in (CustomerProfitStatement[])
            [
                CustomerProfitStatement.Merge(CustomerProfitStatement.Merge(s[0], s[1]), s[2]),
                CustomerProfitStatement.Merge(s[2], CustomerProfitStatement.Merge(s[1], s[0])),
                CustomerProfitStatement.Sum([s[1], s[2], s[0]]),
            ])
        {
            Assert.Equal(UserOpsJson.Serialize(sum), UserOpsJson.Serialize(other)); // also the digits that are written
        }
    }

    [Fact]
    public void Sum_OtherTermsOrNothing_IsRefused()
    {
        CustomerProfitStatement[] mixed = [CustomerProfitStatement.Of(Accounts, Terms), CustomerProfitStatement.Of(Accounts, Terms with { Currency = "USD" })];
        Assert.Equal(
            "One statement is in CNY and another in USD, or their periods or rates differ; they cannot be added up. (Parameter 'statements')",
            Assert.Throws<ArgumentException>(() => CustomerProfitStatement.Sum(mixed)).Message);
        Assert.Equal("There is no statement to add up. (Parameter 'statements')", Assert.Throws<ArgumentException>(() => CustomerProfitStatement.Sum([])).Message);
    }

    [Fact]
    public void Of_AccountsThatCannotBe_ListsEveryFault() => Assert.Equal(
        [
            "outOfRange /accounts/activities/0/count A count is zero or more, not -1.",
            "outOfRange /accounts/activities/0/unitCost A unit cost is zero or more, not -2.",
            "outOfRange /accounts/exposures/0/defaultProbability A probability of default is 0 to 1, not 2.",
            "outOfRange /accounts/exposures/0/exposureAtDefault An exposure at default is zero or more, not -3.",
            "outOfRange /accounts/economicCapital Economic capital is zero or more, not -4.",
            "badCurrency /terms/currency '' is no ISO 4217 code: three capital letters.",
        ],
        CustomerProfitModelTests.Issues(() => CustomerProfitStatement.Of(
            new()
            {
                Activities = [new() { Activity = "call", Count = -1, UnitCost = -2 }],
                Exposures = [new() { Product = "loan", DefaultProbability = 2, LossGivenDefault = 1, ExposureAtDefault = -3 }],
                EconomicCapital = -4,
            },
            new() { Currency = "" })));

    [Fact]
    public void Of_FigureBeyondADecimal_IsRefusedNotRounded()
        => Assert.Throws<OverflowException>(() => CustomerProfitStatement.Of(new() { Fees = 79_228_162_514_264_337_593_543m }, Terms));
}
