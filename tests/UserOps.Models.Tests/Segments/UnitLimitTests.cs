using System.Globalization;

namespace UserOps.Models.Tests.Segments;

public class UnitLimitTests
{
    [Theory] // sum of units, count, limit, scale: below, at or above
    [InlineData("30000", 3, "1", 4, 0)]
    [InlineData("30001", 3, "1", 4, 1)]
    [InlineData("29999", 3, "1", 4, -1)]
    [InlineData("1", 3, "0.3333333333333333333333333333", 0, 1)] // a third is more than its digits
    [InlineData("1", 1, "0.00001", 4, 1)] // a limit between two units
    [InlineData("0", 1, "0.00001", 4, -1)]
    [InlineData("-1", 1, "-0.00001", 4, -1)]
    [InlineData("0", 5, "0", 12, 0)]
    [InlineData("9223372036854775807", 1, "79228162514264337593543950335", 12, -1)] // beyond what units can be
    [InlineData("-9223372036854775808", 1, "-79228162514264337593543950335", 12, 1)]
    [InlineData("19807040619342712359383728129", 2147483647, "9223372036854775807", 0, 0)] // the largest sum there can be, and its mean
    [InlineData("19807040619342712359383728128", 2147483647, "9223372036854775807", 0, -1)]
    [InlineData("19807040619342712359383728129", 2147483647, "9223372036854775806.999999999", 0, 1)]
    public void CompareTo_SumOverCount_IsExact(string sum, int count, string limit, int scale, int expected)
    {
        var of = new UnitLimit(decimal.Parse(limit, CultureInfo.InvariantCulture), scale);

        Assert.Equal(expected, Math.Sign(of.CompareTo(Int128.Parse(sum, CultureInfo.InvariantCulture), count)));
    }
}
