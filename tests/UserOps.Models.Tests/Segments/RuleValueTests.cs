namespace UserOps.Models.Tests.Segments;

public class RuleValueTests
{
    [Fact]
    public void Conversions_GiveTheKindThatIsMeant()
    {
        RuleValue text = "a";
        RuleValue whole = 5;
        RuleValue exact = 0.10m;
        RuleValue flag = true;
        Assert.Equal(("a", null, null), (text.Text, text.Number, text.Flag));
        Assert.Equal((null, 5m, null), (whole.Text, whole.Number, whole.Flag));
        Assert.Equal((null, null, true), (flag.Text, flag.Number, flag.Flag));
        Assert.Equal("a 5 0.10 true", $"{text} {whole} {exact} {flag}");
        Assert.Null((RuleValue?)(string?)null);
    }

    [Fact]
    public void Equals_ByKindAndValue()
    {
        Assert.Equal<RuleValue>(1m, 1.0m);
        Assert.Equal(RuleValue.FromDecimal(1m).GetHashCode(), RuleValue.FromDecimal(1.00m).GetHashCode());
        Assert.NotEqual<RuleValue>("1", 1);
        Assert.NotEqual<RuleValue>(true, 1);
        Assert.NotEqual<RuleValue>("a", "A");
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.0, "0")]
    [InlineData(1e-7, "0.0000001")]
    [InlineData(123456789.123, "123456789.123")]
    [InlineData(7e28, "70000000000000000000000000000")]
    public void FromDouble_ShortestText_IsHeldExactly(double value, string expected)
    {
        RuleValue held = RuleValue.FromDouble(value);
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), held.Number);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e29)]
    [InlineData(1e-29)]
    public void FromDouble_WhatADecimalCannotHold_IsRefused(double value)
        => Assert.Throws<ArgumentOutOfRangeException>(() => RuleValue.FromDouble(value));
}
