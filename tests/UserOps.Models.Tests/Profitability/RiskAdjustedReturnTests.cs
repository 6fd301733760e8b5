using UserOps.Models.Profitability;

namespace UserOps.Models.Tests.Profitability;

public class RiskAdjustedReturnTests
{
    [Theory]
    [InlineData("0.02", "0.45", "100000", "900")]
    [InlineData("0", "1", "5", "0")]
    [InlineData("1", "1", "0.01", "0.01")]
    [InlineData("1", "0.5", "0", "0")]
    public void ExpectedLoss_Parts_AreMultiplied(string probability, string severity, string exposure, string loss)
        => Assert.Equal(Number(loss), ExpectedLoss.Of(Number(probability), Number(severity), Number(exposure)));

    [Theory]
    [InlineData("-0.1", "0.5", "1", "defaultProbability", "A probability of default is 0 to 1.", "-0.1")]
    [InlineData("1.1", "0.5", "1", "defaultProbability", "A probability of default is 0 to 1.", "1.1")]
    [InlineData("0.5", "1.01", "-1", "lossGivenDefault", "A loss given default is 0 to 1.", "1.01")]
    [InlineData("0.5", "0.5", "-1", "exposureAtDefault", "An exposure at default is zero or more.", "-1")]
    public void ExpectedLoss_PartThatCannotBe_IsRefusedByNameAndValue(string probability, string severity, string exposure, string name, string sentence, string value)
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(() => ExpectedLoss.Of(Number(probability), Number(severity), Number(exposure)));
        Assert.Equal((name, Number(value)), (refusal.ParamName, refusal.ActualValue));
        Assert.StartsWith(sentence, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Loss_IsRelievedAtTheRateOfTax()
    {
        RiskAdjustedReturn answer = RiskAdjustedReturn.Of(1, 3, 0.5m, 0.5m, 10, 0.01m, 0.25m);
        Assert.Equal((-2.175m, -0.2175m), (answer.RiskAdjustedProfit, answer.Raroc));
        Assert.Equal(answer, UserOpsJson.Deserialize<RiskAdjustedReturn>(UserOpsJson.Serialize(answer)));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public void Of_NoCapital_IsRefused(string capital)
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(() => RiskAdjustedReturn.Of(1, 0, 0, 0, Number(capital)));
        Assert.Equal(("economicCapital", Number(capital)), (refusal.ParamName, refusal.ActualValue));
    }

    [Theory]
    [InlineData("-0.01", "0", "expectedLoss")]
    [InlineData("1", "-0.01", "taxRate")]
    [InlineData("1", "1.01", "taxRate")]
    public void Of_LossOrTaxThatCannotBe_IsRefused(string expectedLoss, string taxRate, string name)
        => Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => RiskAdjustedReturn.Of(1, Number(expectedLoss), 0, 0, 1, taxRate: Number(taxRate))).ParamName);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
