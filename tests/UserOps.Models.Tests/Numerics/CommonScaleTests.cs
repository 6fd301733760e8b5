using System.Globalization;

namespace UserOps.Models.Tests.Numerics;

public class CommonScaleTests
{
    [Theory] // values | scale | units
    [InlineData("", 0, "")]
    [InlineData("0 1 -2.5 0.125", 3, "0 1000 -2500 125")]
    [InlineData("12.50 3", 2, "1250 300")]
    [InlineData("1.0000000000000000000000000000 7", 0, "1 7")] // zeros beyond the usual digits are no digits
    [InlineData("-0.0000000000000000000000000001 7", 28, "-1 70000000000000000000000000000")]
    [InlineData("79228162514264337593543950335", 0, "79228162514264337593543950335")]
    [InlineData("79228162514264337593543950330 1.00 2.000000000", 0, "79228162514264337593543950330 1 2")] // nine zeros would not fit
    public void ToUnits_Values_HaveOneUnit(string values, int scale, string expected)
    {
        decimal[] given = [.. values.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(value => decimal.Parse(value, CultureInfo.InvariantCulture))];
        var units = new Int128[given.Length];
        Assert.Equal(scale, CommonScale.ToUnits(given, units));
        Assert.Equal(expected, string.Join(' ', units.Select(unit => unit.ToString(CultureInfo.InvariantCulture))));
        Assert.Equal(given, units.Select(unit => CommonScale.ToDecimal(unit, scale)));
    }

    [Theory]
    [InlineData("79228162514264337593543950335 0.1")]
    [InlineData("79228162514264337593543950330 1.00 2.500000000")] // one digit is needed, and does not fit
    [InlineData("79228162514264337593543950335 1")]
    [InlineData("79228162514264337593543950335 -1")]
    [InlineData("8 0.0000000000000000000000000001")]
    public void ToUnits_MoreDigitsThanADecimalHolds_AreRefused(string values)
    {
        decimal[] given = [.. values.Split(' ').Select(value => decimal.Parse(value, CultureInfo.InvariantCulture))];
        Assert.Throws<OverflowException>(() => CommonScale.ToUnits(given, new Int128[given.Length]));
    }

    [Theory] // units and scale | as short as it can be
    [InlineData(1250, 2, "12.5")]
    [InlineData(1200, 2, "12")]
    [InlineData(0, 28, "0")]
    [InlineData(-5, 4, "-0.0005")]
    public void ToDecimal_Units_HaveNoZerosAtTheEnd(long units, int scale, string expected)
        => Assert.Equal(expected, CommonScale.ToDecimal(units, scale).ToString(CultureInfo.InvariantCulture));

    [Theory] // fraction | whole | the least number that is at least their product
    [InlineData("0.2", 10, 2)]
    [InlineData("0.07", 100, 7)]
    [InlineData("0.3", 5, 2)]
    [InlineData("0.0000000000000000000000000001", 1, 1)]
    [InlineData("1", 7, 7)]
    [InlineData("0.5", 0, 0)]
    [InlineData("-0.5", 3, -1)]
    public void CeilingOf_AFraction_IsExact(string fraction, long whole, long expected)
        => Assert.Equal(expected, CommonScale.CeilingOf(decimal.Parse(fraction, CultureInfo.InvariantCulture), whole));

    [Theory] // value | scale | units that reach it
    [InlineData("1.5", 1, "15")]
    [InlineData("1.51", 1, "16")]
    [InlineData("-1.51", 1, "-15")]
    [InlineData("0.0001", 0, "1")]
    [InlineData("79228162514264337593543950335", 28, "170141183460469231731687303715884105727")] // no value is there
    [InlineData("-79228162514264337593543950335", 28, "-170141183460469231731687303715884105728")]
    public void CeilingUnits_AThreshold_IsReachedByItsUnits(string value, int scale, string expected)
        => Assert.Equal(expected, CommonScale.CeilingUnits(decimal.Parse(value, CultureInfo.InvariantCulture), scale).ToString(CultureInfo.InvariantCulture));
}
