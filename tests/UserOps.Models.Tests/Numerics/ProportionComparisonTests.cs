using System.Text.Json;

namespace UserOps.Models.Tests.Numerics;

public class ProportionComparisonTests
{
    [Theory] // R. G. Newcombe, Statistics in Medicine 17, 1998, 873-890, table II, method 10; four decimals
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void Interval_At95Percent_IsNewcombesTable(long a, long ofA, long b, long ofB, double low, double high)
    {
        Interval interval = ProportionComparison.Of(new(a, ofA), new(b, ofB)).Interval!.Value;
        Assert.Equal(low, Math.Round(interval.Low, 4));
        Assert.Equal(high, Math.Round(interval.High, 4));
    }

    [Theory] // the same formula in 40-digit arithmetic
    [InlineData(120, 1_000, 90, 1_000, 0.99, -0.00544947291175295835, 0.065627602045834242)]
    [InlineData(56, 70, 48, 80, 0.95, 0.0524314724023648779, 0.333872654036905976)]
    [InlineData(3, 1_000_000_000_000, 1, 1_000_000_000_000, 0.9, -1.92062048072218898e-12, 6.57307483457171446e-12)]
    public void Interval_AtSomeLevel_HasAllDigits(long a, long ofA, long b, long ofB, double level, double low, double high)
    {
        Interval interval = ProportionComparison.Of(new(a, ofA), new(b, ofB), level).Interval!.Value;
        Assert.InRange(interval.Low / low, 1 - 1e-12, 1 + 1e-12);
        Assert.InRange(interval.High / high, 1 - 1e-12, 1 + 1e-12);
    }

    [Theory] // the same formulas in 40-digit arithmetic
    [InlineData(56, 70, 48, 80, 0.2, 2.65017195125853262, 0.00804508136819658473, 0.333333333333333333)]
    [InlineData(48, 80, 56, 70, -0.2, -2.65017195125853262, 0.00804508136819658473, -0.25)]
    [InlineData(120, 1_000, 90, 1_000, 0.03, 2.18826588462272363, 0.0286502403984484508, 0.333333333333333333)]
    [InlineData(3, 1_000_000_000_000, 1, 1_000_000_000_000, 2e-12, 1.000000000001, 0.317310507862430161, 2)] // quotients would lose this
    [InlineData(600_000, 1_000_000, 300_000, 1_000_000, 0.3, 426.401432711220869, 0, 1)] // less than the smallest double
    [InlineData(1, 3, 3_000_000, 9_000_000, 0, 0, 1, 0)] // equal shares, to the bit
    public void Test_OfTwoShares_HasAllDigits(long a, long ofA, long b, long ofB, double difference, double z, double p, double relative)
    {
        var compared = ProportionComparison.Of(new(a, ofA), new(b, ofB));
        IsClose(difference, compared.Difference);
        IsClose(z, compared.ZStatistic);
        IsClose(p, compared.PValue);
        IsClose(relative, compared.RelativeDifference);
    }

    [Theory]
    [InlineData(0, 0, 3, 8, "EmptyPopulation", "EmptyPopulation", "EmptyPopulation")]
    [InlineData(3, 8, 0, 0, "EmptyPopulation", "EmptyPopulation", "EmptyPopulation")]
    [InlineData(0, 8, 0, 4, "0", "ZeroBase", "NoSolution")]
    [InlineData(8, 8, 4, 4, "0", "0", "NoSolution")]
    [InlineData(1, 4, 0, 4, "0.25", "ZeroBase", "1.0690449676496976")]
    public void Numbers_ThatDoNotExist_SayWhy(long a, long ofA, long b, long ofB, string difference, string relative, string z)
    {
        var compared = ProportionComparison.Of(new(a, ofA), new(b, ofB));
        Assert.Equal(difference, compared.Difference.ToString());
        Assert.Equal(relative, compared.RelativeDifference.ToString());
        Assert.Equal(z, compared.ZStatistic.ToString());
        Assert.Equal(compared.ZStatistic.Undefined, compared.PValue.Undefined);
        Assert.Equal(difference == "EmptyPopulation", compared.Interval is null);
    }

    [Fact]
    public void Default_ComparesNothing()
    {
        Assert.Equal(UndefinedReason.EmptyPopulation, default(ProportionComparison).PValue.Undefined);
        Assert.Null(default(ProportionComparison).Interval);
    }

    [Fact]
    public void Numbers_AnyCounts_AreWhereTheyCanBe()
    {
        var random = new Xoshiro256(29);
        for (int trial = 0; trial < 20_000; trial++)
        {
            var compared = ProportionComparison.Of(Share(random), Share(random), 0.001 + 0.998 * random.NextDouble());
            double difference = compared.Difference.Value!.Value;
            Assert.True(compared.Interval!.Value.Contains(difference), $"{compared.First}, {compared.Second}: {difference} in {compared.Interval}");
            Assert.InRange(compared.Interval.Value.Low, -1, 1);
            Assert.InRange(compared.Interval.Value.High, -1, 1);
            Assert.True(compared.PValue.Value is null or (>= 0 and <= 1), $"{compared.PValue}");
            Assert.True(compared.ZStatistic.Value is not { } z || Math.Sign(z) == Math.Sign(difference), $"{compared.First}, {compared.Second}");

            var turned = ProportionComparison.Of(compared.Second, compared.First, compared.Level);
            Assert.Equal(-difference, turned.Difference.Value);
            Assert.Equal(compared.PValue, turned.PValue);
            Assert.Equal(compared.Interval.Value, new Interval(-turned.Interval!.Value.High, -turned.Interval.Value.Low));
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(95.0)]
    [InlineData(double.NaN)]
    public void Of_LevelOutsideItsRange_Throws(double level)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => ProportionComparison.Of(default, default, level));
        Assert.Equal("level", error.ParamName);
        Assert.StartsWith("A confidence level lies strictly between 0 and 1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_IsTheCountsAndTheLevel()
    {
        var compared = ProportionComparison.Of(new(56, 70), new(48, 80));
        const string Json = """{"first":{"numerator":56,"denominator":70},"second":{"numerator":48,"denominator":80},"level":0.95}""";
        Assert.Equal(Json, UserOpsJson.Serialize(compared));
        Assert.Equal(compared, UserOpsJson.Deserialize<ProportionComparison>(Json));
        Assert.Throws<JsonException>(() => UserOpsJson.Deserialize<ProportionComparison>(Json.Replace("0.95", "95", StringComparison.Ordinal)));
        Assert.Throws<JsonException>(() => UserOpsJson.Deserialize<ProportionComparison>("""{"first":{"numerator":1,"denominator":2}}"""));
    }

    private static Ratio Share(Xoshiro256 random)
    {
        long denominator = 1 + (long)(random.NextUInt64() >> (2 + random.NextInt32(61)));
        return new(random.NextInt32(4) switch
        {
            0 => 0,
            1 => denominator,
            _ => Math.Min(denominator, (long)(random.NextDouble() * denominator)),
        }, denominator);
    }

    private static void IsClose(double expected, Measure<double> actual)
        => Assert.InRange(actual.Value!.Value, expected - Math.Abs(expected) * 1e-13, expected + Math.Abs(expected) * 1e-13);
}
