using System.Globalization;
using System.Numerics;
using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

public class NearestDoubleTests
{
    [Fact]
    public void Of_QuotientOfDoubles_IsWhatDivisionGives()
    {
        var random = new Xoshiro256(71);
        for (int i = 0; i < 20_000; i++)
        {
            // Whole numbers a double holds: the division of the machine rounds to the nearest.
            long numerator = (long)(random.NextUInt64() >> (11 + random.NextInt32(52))) * (random.NextInt32(2) == 0 ? 1 : -1);
            long denominator = 1 + (long)(random.NextUInt64() >> (12 + random.NextInt32(51)));
            Assert.Equal((double)numerator / denominator, NearestDouble.Of(numerator, denominator));
        }
    }

    [Theory] // the ends of what a double holds, and a step inside
    [InlineData(double.MaxValue)]
    [InlineData(-double.MaxValue)]
    [InlineData(double.Epsilon)]
    [InlineData(-double.Epsilon)]
    [InlineData(2.2250738585072014e-308)] // the smallest normal one
    [InlineData(2.225073858507201e-308)] // the greatest below it
    [InlineData(0)]
    [InlineData(0.1)]
    public void Of_ADouble_IsItself(double value) => Assert.Equal(value, ExactNumber.Of(value).ToDouble());

    [Fact]
    public void Of_HalfWay_IsEven()
    {
        BigInteger one = BigInteger.One << 52; // 2^52: neighbors 1 apart
        Assert.Equal(4_503_599_627_370_496.0, NearestDouble.Of((2 * one) + 1, 2)); // 2^52 + 1/2
        Assert.Equal(4_503_599_627_370_498.0, NearestDouble.Of((2 * one) + 3, 2)); // 2^52 + 3/2
        Assert.Equal(0.0, NearestDouble.Of(1, BigInteger.One << 1_075)); // half of the smallest there is
        Assert.Equal(double.Epsilon, NearestDouble.Of(3, BigInteger.One << 1_076)); // three quarters of it
        Assert.Equal(4_503_599_627_370_497.0, NearestDouble.Of((((2 * one) + 1) << 90) + 1, BigInteger.One << 91)); // a hair above the half
    }

    [Fact]
    public void Of_Decimals_IsWhatTheirTextReads()
    {
        var random = new Xoshiro256(72);
        for (int i = 0; i < 5_000; i++)
        {
            var value = new decimal(random.NextInt32(int.MaxValue), random.NextInt32(int.MaxValue), random.NextInt32(int.MaxValue), i % 2 == 0, (byte)random.NextInt32(29));
            Assert.Equal(double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), ExactNumber.Of(value).ToDouble());
        }
    }

    [Fact]
    public void MeanOf_LargeAndTiny_LosesNothing()
    {
        double[] values = [1e300, 1.0, -1e300, 5e-324, 2.0];
        Assert.Equal(0.6, ExactNumber.MeanOf(values).ToDouble()); // the tiny one is there: the mean is a little above three fifths
        Assert.Equal(1, ExactNumber.MeanOf(values).CompareTo(ExactNumber.MeanOf([3m, 0m, 0m, 0m, 0m])));
        Assert.Equal(0, ExactNumber.MeanOf([0.5, 2.5]).CompareTo(ExactNumber.MeanOf<int>([1, 2], 0)));
    }
}
