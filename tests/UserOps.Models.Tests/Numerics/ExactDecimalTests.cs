namespace UserOps.Models.Tests.Numerics;

public class ExactDecimalTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.00", "0")]
    [InlineData("0e999999999999", "0")]
    [InlineData("12.50", "12.5")]
    [InlineData("1e3", "1000")]
    [InlineData("1.5E-3", "0.0015")]
    [InlineData("1e28", "10000000000000000000000000000")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("1.0000000000000000000000000000000000000", "1")] // zeros say nothing
    [InlineData(" 12.50 ", "12.5")]
    [InlineData("\t-1.5e-3\n", "-0.0015")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    public void TryParse_HeldExactly_GivesTheNumber(string text, string expected)
    {
        Assert.True(ExactDecimal.TryParse(text, out decimal number));
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), number);
    }

    [Theory]
    [InlineData("79228162514264337593543950336")]
    [InlineData("1e29")]
    [InlineData("1e-29")] // would be read as 0
    [InlineData("0.00000000000000000000000000012")]
    [InlineData("1.00000000000000000000000000001")] // would be rounded
    [InlineData("1e999999999999")]
    [InlineData("1e-999999999999")]
    [InlineData("")]
    [InlineData("ten")]
    public void TryParse_NotHeldExactly_IsRefused(string text)
    {
        Assert.False(ExactDecimal.TryParse(text, out decimal number));
        Assert.Equal(0, number);
    }
}
