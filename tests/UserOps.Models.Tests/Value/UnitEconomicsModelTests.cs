using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class UnitEconomicsModelTests
{
    private static readonly UnitEconomicsDefinition Good = new() { AcquisitionCost = 0.3m, MarginPerPeriod = [0.1m, 0.2m, 0.4m] };

    public static TheoryData<string, UnitEconomicsDefinition, string, string, string> Faults => new()
    {
        { "cost", Good with { AcquisitionCost = -1 }, "negativeValue", "/acquisitionCost", "The acquisition cost is -1; it is 0 or more." },
        { "large cost", Good with { AcquisitionCost = 2e18m }, "outOfRange", "/acquisitionCost", "The amount is 2000000000000000000; it is at most 1000000000000000000 either way." },
        { "no period", Good with { MarginPerPeriod = [] }, "missingMember", "/marginPerPeriod", "There is no period; unit economics needs one at least." },
        { "many periods", Good with { MarginPerPeriod = [.. new decimal[10_001]] }, "countTooLarge", "/marginPerPeriod", "The number of periods is 10001; it is at most 10000." },
        { "large margin", Good with { MarginPerPeriod = [1, -2e18m] }, "outOfRange", "/marginPerPeriod/1", "The amount is -2000000000000000000; it is at most 1000000000000000000 either way." },
        { "gross margin", Good with { GrossMargin = 1.5m }, "outOfRange", "/grossMargin", "The gross margin is 1.5; it is a share, 0 to 1." },
        { "default retention", Good with { Retention = default }, "missingMember", "/retention", "The retention curve was never set; an empty one means that all stay." },
        { "short retention", Good with { Retention = [1, 0.5m] }, "lengthMismatch", "/retention", "The retention curve has 2 periods and the margins 3; they are the same." },
        { "retention", Good with { Retention = [1, 0.5m, -0.5m] }, "outOfRange", "/retention/2", "The retention rate is -0.5; it is a share, 0 to 1." },
        { "discount", Good with { DiscountRate = -0.1m }, "outOfRange", "/discountRate", "The discount rate is -0.1; it is from 0 to 1000000." },
        { "timing", Good with { Timing = (MarginTiming)5 }, "unknownValue", "/timing", "5 is no MarginTiming." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void New_DefinitionThatCannotBe_IsRefused(string what, UnitEconomicsDefinition definition, string code, string path, string message)
    {
        DefinitionIssue issue = Assert.Single(Assert.Throws<InvalidDefinitionException>(() => new UnitEconomicsModel(definition)).Issues);
        Assert.True(issue == new DefinitionIssue(code, path, message), $"{what}: {issue}");
    }

    [Fact]
    public void Evaluate_WithoutDiscount_PaysBackExactly()
    {
        UnitEconomicsResult result = new UnitEconomicsModel(Good).Evaluate();
        Assert.Equal([0.1m, 0.3m, 0.7m], result.Value.ToArray());
        Assert.Equal(1, result.PaybackPeriodIndex); // 0.1 + 0.2 is 0.3, not less
        Assert.Equal([-0.2m, 0, 0.4m], result.Cumulative.ToArray());
        Assert.Equal(result, UserOpsJson.Deserialize<UnitEconomicsResult>(UserOpsJson.Serialize(result)));
    }

    [Theory] // cost -> payback, value to cost
    [InlineData(0, 0, null)]
    [InlineData(1, null, 0.7)]
    [InlineData(0.7, 2, 1.0)]
    public void Evaluate_AnyCost_SaysWhetherItPaysBack(double cost, int? payback, double? valueToCost)
    {
        UnitEconomicsResult result = new UnitEconomicsModel(Good with { AcquisitionCost = (decimal)cost }).Evaluate();
        Assert.Equal(payback, result.PaybackPeriodIndex);
        Assert.Equal(valueToCost, result.ValueToCost.Value);
    }

    [Fact]
    public void Evaluate_ConstantRetention_IsTheClosedForm()
    {
        decimal[] retention = new decimal[60];
        retention[0] = 1;
        for (int i = 1; i < retention.Length; i++)
        {
            retention[i] = retention[i - 1] * 0.9m;
        }

        UnitEconomicsResult result = new UnitEconomicsModel(new() { AcquisitionCost = 1, MarginPerPeriod = [.. Enumerable.Repeat(20m, 60)], Retention = [.. retention], DiscountRate = 0.02m }).Evaluate();
        Assert.Equal(LifetimeValue.Of(20, 0.9, 0.02, MarginTiming.Now, 60), (double)result.Value[^1], 1e-11);
    }

    [Theory] // margins with an end, a discount whose powers have none -> the period that earns the cost of 100 exactly, or by a last digit not
    [InlineData("0 0 144.00", 0.2, MarginTiming.Now, 2)]
    [InlineData("0 0 143.9999999999999999999999999", 0.2, MarginTiming.Now, null)]
    [InlineData("0 144", 0.2, MarginTiming.AfterOnePeriod, 1)]
    [InlineData("30 84", 0.2, MarginTiming.Now, 1)]
    [InlineData("0 0 0 0 0 0 194.87171", 0.1, MarginTiming.AfterOnePeriod, 6)]
    [InlineData("100 -50", 0.3, MarginTiming.Now, 0)]
    [InlineData("0 0 34.3 -1", 0.4, MarginTiming.Now, null)]
    public void PaybackPeriodIndex_OfDiscountedMargins_IsExact(string margins, double discount, MarginTiming timing, int? payback)
        => Assert.Equal(payback, new UnitEconomicsModel(new()
        {
            AcquisitionCost = 100,
            MarginPerPeriod = [.. margins.Split(' ').Select(margin => decimal.Parse(margin, System.Globalization.CultureInfo.InvariantCulture))],
            DiscountRate = (decimal)discount,
            Timing = timing,
        }).Evaluate().PaybackPeriodIndex);

    [Fact] // shares of 28 digits, and the largest amount
    public void PaybackPeriodIndex_OfLongNumbers_IsThatOfTheSums()
    {
        decimal third = 1m / 3;
        UnitEconomicsResult result = new UnitEconomicsModel(new()
        {
            AcquisitionCost = 1_000_000_000_000_000_000m,
            MarginPerPeriod = [.. Enumerable.Repeat(1_000_000_000_000_000_000m, 40)],
            Retention = [.. Enumerable.Repeat(third, 40)],
            GrossMargin = third,
            DiscountRate = third / 100,
        }).Evaluate();
        Assert.Equal(9, result.PaybackPeriodIndex); // nine ninths are less than 1 by the discount
        Assert.True(result.Value[8] < 1_000_000_000_000_000_000m && result.Value[9] > 1_000_000_000_000_000_000m);
    }

}
