using System.Globalization;

namespace UserOps.Models.Tests.Segments;

public class ThresholdTests
{
    [Theory] // threshold, scale, then the largest below, largest at most, smallest at least, smallest above
    [InlineData("5", 0, "4 5 5 6")]
    [InlineData("0.5", 0, "0 0 1 1")]
    [InlineData("-0.5", 0, "-1 -1 0 0")]
    [InlineData("1.005", 2, "100 100 101 101")]
    [InlineData("-1.005", 2, "-101 -101 -100 -100")]
    [InlineData("1.010", 2, "100 101 101 102")]
    [InlineData("0.0000000000000000000000000001", 12, "0 0 1 1")]
    [InlineData("9223372036854775807", 0, "9223372036854775806 9223372036854775807 9223372036854775807 -")]
    [InlineData("9223372036854775807.5", 0, "9223372036854775807 9223372036854775807 - -")]
    [InlineData("9223372036854775808", 0, "9223372036854775807 9223372036854775807 - -")]
    [InlineData("-9223372036854775808", 0, "- -9223372036854775808 -9223372036854775808 -9223372036854775807")]
    [InlineData("-9223372036854775808.5", 0, "- - -9223372036854775808 -9223372036854775808")]
    [InlineData("922337203685477.5807", 4, "9223372036854775806 9223372036854775807 9223372036854775807 -")]
    [InlineData("922337203685477.58075", 4, "9223372036854775807 9223372036854775807 - -")]
    [InlineData("79228162514264337593543950335", 12, "9223372036854775807 9223372036854775807 - -")]
    [InlineData("-79228162514264337593543950335", 12, "- - -9223372036854775808 -9223372036854775808")]
    public void OfUnits_AnyDecimal_FallsBetweenTheRightUnits(string value, int scale, string expected)
    {
        Threshold<long> at = Threshold.OfUnits(decimal.Parse(value, CultureInfo.InvariantCulture), scale);
        long?[] parts = [at.LargestBelow, at.LargestAtMost, at.SmallestAtLeast, at.SmallestAbove];
        Assert.Equal(expected, string.Join(' ', parts.Select(part => part?.ToString(CultureInfo.InvariantCulture) ?? "-")));
    }

    [Fact]
    public void OfUnits_RandomDecimals_AgreeWithDecimalComparison()
    {
        var random = new Xoshiro256(1);
        for (int i = 0; i < 20_000; i++)
        {
            int scale = random.NextInt32(5);
            decimal value = new(random.NextInt32(1_000_000) - 500_000, 0, 0, false, (byte)random.NextInt32(8));
            Threshold<long> at = Threshold.OfUnits(value, scale);
            Assert.True(DecimalUnits.ToDecimal(at.LargestBelow!.Value, scale) < value && DecimalUnits.ToDecimal(at.LargestBelow.Value + 1, scale) >= value);
            Assert.True(DecimalUnits.ToDecimal(at.LargestAtMost!.Value, scale) <= value && DecimalUnits.ToDecimal(at.LargestAtMost.Value + 1, scale) > value);
            Assert.True(DecimalUnits.ToDecimal(at.SmallestAtLeast!.Value, scale) >= value && DecimalUnits.ToDecimal(at.SmallestAtLeast.Value - 1, scale) < value);
            Assert.True(DecimalUnits.ToDecimal(at.SmallestAbove!.Value, scale) > value && DecimalUnits.ToDecimal(at.SmallestAbove.Value - 1, scale) <= value);
        }
    }

    [Fact]
    public void OfWhole_Ends_HaveNothingBeyond()
    {
        Assert.Null(Threshold.OfWhole(long.MinValue).LargestBelow);
        Assert.Null(Threshold.OfWhole(long.MaxValue).SmallestAbove);
        Assert.Equal(new Threshold<int>(4, 5, 5, 6), Threshold.OfWhole(5));
    }

    [Fact]
    public void OfNumber_Decimal_IsTheDoubleOfItsText()
    {
        Assert.Equal(0.1, Threshold.OfNumber(0.1m).LargestAtMost);
        Assert.Equal(Math.BitDecrement(0.1), Threshold.OfNumber(0.1m).LargestBelow);
        Assert.Equal(9007199254740993.1, Threshold.OfNumber(9007199254740993.1m).LargestAtMost); // a cast would round twice
    }
}
