namespace UserOps.Models.Tests.Numerics;

public class QuantilesTests
{
    // NIST/SEMATECH e-Handbook of Statistical Methods, 7.2.6.2: thicknesses of 12 wafers
    private static readonly double[] NistWafers =
        [95.1772, 95.1567, 95.1937, 95.1959, 95.1442, 95.0610, 95.1591, 95.1195, 95.1065, 95.0925, 95.1990, 95.1682];

    public static TheoryData<QuantileDefinition> Definitions => [.. Enum.GetValues<QuantileDefinition>()];

    [Fact]
    public void OfSorted_NistWafers_IsTheHandbooksPercentile()
        => Assert.Equal(95.1981, Math.Round(Quantiles.OfSorted([.. NistWafers.Order()], 0.9, QuantileDefinition.R6), 4));

    [Theory] // the table of NumPy's own tests for numpy.percentile([15, 20, 35, 40, 50], 40, method)
    [InlineData(QuantileDefinition.R1, 20)]
    [InlineData(QuantileDefinition.R2, 27.5)]
    [InlineData(QuantileDefinition.R3, 20)]
    [InlineData(QuantileDefinition.R4, 20)]
    [InlineData(QuantileDefinition.R5, 27.5)]
    [InlineData(QuantileDefinition.R6, 26)]
    [InlineData(QuantileDefinition.R7, 29)]
    [InlineData(QuantileDefinition.R8, 27)]
    [InlineData(QuantileDefinition.R9, 27.125)]
    public void OfSorted_ByDefinition_IsNumPysTable(QuantileDefinition definition, double expected)
        => Assert.Equal(expected, Quantiles.OfSorted([15.0, 20, 35, 40, 50], 0.4, definition), 12);

    [Theory] // 0.07 x 100 = 7.000000000000001 in doubles; it means 7
    [InlineData(QuantileDefinition.R1, 0.07, 7)]
    [InlineData(QuantileDefinition.R2, 0.07, 7.5)]
    [InlineData(QuantileDefinition.R1, 0.29, 29)]
    [InlineData(QuantileDefinition.R2, 0.29, 29.5)]
    [InlineData(QuantileDefinition.R3, 0.145, 14)]
    [InlineData(QuantileDefinition.R3, 0.155, 16)]
    public void OfSorted_RankThatRoundingMisses_IsReadAsMeant(QuantileDefinition definition, double probability, double expected)
        => Assert.Equal(expected, Quantiles.OfSorted([.. Enumerable.Range(1, 100).Select(i => (double)i)], probability, definition));

    [Theory]
    [MemberData(nameof(Definitions))]
    public void OfSorted_OneValue_IsThatValue(QuantileDefinition definition)
    {
        foreach (double probability in (double[])[0, 0.3, 0.5, 1])
        {
            Assert.Equal(7.5, Quantiles.OfSorted([7.5], probability, definition));
            Assert.Equal(7L, Quantiles.OfSorted([7L], probability, definition));
        }
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void OfSorted_AtTheEnds_IsTheExtremes(QuantileDefinition definition)
    {
        Assert.Equal(1.0, Quantiles.OfSorted([1.0, 2, 4], 0, definition));
        Assert.Equal(4.0, Quantiles.OfSorted([1.0, 2, 4], 1, definition));
    }

    [Theory] // an independent reading of Hyndman and Fan: the rank in whole numbers, p as a fraction
    [MemberData(nameof(Definitions))]
    public void OfSorted_EveryShortLength_IsTheDefinitionInFractions(QuantileDefinition definition)
    {
        for (int count = 1; count <= 40; count++)
        {
            double[] sorted = [.. Enumerable.Range(1, count).Select(i => (double)i * i)];
            for (int percent = 0; percent <= 100; percent++)
            {
                double expected = InFractions(sorted, percent, definition);
                double actual = Quantiles.OfSorted(sorted, percent / 100.0, definition);
                Assert.True(Math.Abs(actual - expected) <= 1e-12 * expected, $"n {count}, p {percent}%: {actual}, not {expected}");
            }
        }
    }

    [Theory]
    [InlineData(new long[] { 0, 1 }, 0)] // half a tick goes to the even one
    [InlineData(new long[] { 1, 2 }, 2)]
    [InlineData(new long[] { 10, 20, 40, 90 }, 30)]
    [InlineData(new long[] { -4, -1 }, -2)]
    public void OfSorted_MedianOfTicks_IsRoundedToEven(long[] sorted, long expected)
        => Assert.Equal(expected, Quantiles.OfSorted(sorted, 0.5));

    [Fact]
    public void OfSorted_TheSameValueTwice_StaysThatValue()
    {
        Assert.Equal(0.1, Quantiles.OfSorted([0.1, 0.1, 0.1], 0.3));
        Assert.Equal(double.PositiveInfinity, Quantiles.OfSorted([1, double.PositiveInfinity, double.PositiveInfinity], 0.75));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void OfSorted_ProbabilityOutsideItsRange_Throws(double probability)
        => Assert.Equal("probability", Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.OfSorted([1.0], probability)).ParamName);

    [Fact]
    public void OfSorted_NothingOrUnknownDefinition_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.OfSorted(ReadOnlySpan<double>.Empty, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.OfSorted([1.0], 0.5, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.OfSorted([1.0], 0.5, (QuantileDefinition)10));
    }

    // Ranks in 1/2400: np has denominator 100, the constants 1/2, 1/3, 1/4 and 3/8 have 24.
    private static double InFractions(double[] sorted, int percent, QuantileDefinition definition)
    {
        const int One = 2_400;
        int n = sorted.Length;
        int p = 24 * percent;
        int rank = definition switch
        {
            QuantileDefinition.R1 or QuantileDefinition.R2 or QuantileDefinition.R4 => n * p,
            QuantileDefinition.R3 => n * p - One / 2,
            QuantileDefinition.R5 => n * p + One / 2,
            QuantileDefinition.R6 => (n + 1) * p,
            QuantileDefinition.R7 => (n - 1) * p + One,
            QuantileDefinition.R8 => n * p + (p + One) / 3,
            _ => n * p + p / 4 + 3 * One / 8,
        };
        int whole = Math.DivRem(rank + 10 * One, One, out int part) - 10;
        double weight = definition switch
        {
            QuantileDefinition.R1 => part == 0 ? 0 : 1,
            QuantileDefinition.R2 => part == 0 ? 0.5 : 1,
            QuantileDefinition.R3 => part == 0 && whole % 2 == 0 ? 0 : 1,
            _ => (double)part / One,
        };
        double low = sorted[Math.Clamp(whole, 1, n) - 1];
        double high = sorted[Math.Clamp(whole + 1, 1, n) - 1];
        return low + weight * (high - low);
    }
}
