using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Funnels;

public sealed class FunnelTimesTests
{
    [Fact]
    public void Steps_OfChains_GiveMeanMedianAndQuantiles()
    {
        FunnelTimes times = Journeys.Funnel("AB", null, d => d with { Detail = FunnelDetail.Chains })
            .Evaluate(Journeys.Of("AB", "A.B", "A...B", "A........B", "A"), Journeys.Context).Times;

        FunnelStepTimes toB = times.Steps[1];
        Assert.Equal(4, toB.Count);
        Assert.Equal(TimeSpan.FromMinutes(4), toB.Mean.Value);    // 1, 2, 4, 9
        Assert.Equal(TimeSpan.FromMinutes(3), toB.Median.Value);
        Assert.Equal(TimeSpan.FromMinutes(1), toB.Quantile(0).Value);
        Assert.Equal(TimeSpan.FromMinutes(9), toB.Quantile(1).Value);
        Assert.Equal(TimeSpan.FromMinutes(5.25), toB.Quantile(0.75).Value); // position 3.25
        Assert.Throws<ArgumentOutOfRangeException>(() => toB.Quantile(1.5));
        Assert.Equal(UndefinedReason.EmptyPopulation, times.Steps[0].Mean.Undefined);
        Assert.Null(times.Histogram);
    }

    [Fact]
    public void Steps_AfterASkippedOne_CountFromTheMatchedOneBefore()
    {
        FunnelTimes times = Journeys.Funnel("ABC", null, d => d with
        {
            Steps = ["A", new() { Events = "B", Optional = true }, "C"],
            Detail = FunnelDetail.Chains,
        }).Evaluate(Journeys.Of("A.C", "A.BC"), Journeys.Context).Times;

        Assert.Equal(TimeSpan.FromMinutes(1.5), times.Steps[2].Mean.Value); // 2 from A, 1 from B
    }

    [Fact]
    public void Overall_OfChainsThatConverted_IsFromFirstToLastStep()
    {
        FunnelTimes times = Journeys.Funnel("ABC", null, d => d with { Detail = FunnelDetail.Chains })
            .Evaluate(Journeys.Of("ABC", "A..B..C", "AB"), Journeys.Context).Times;

        Assert.Equal(2, times.Overall.Count);
        Assert.Equal(TimeSpan.FromMinutes(4), times.Overall.Median.Value); // 2 and 6
    }

    [Fact]
    public void Overall_OfASingleStep_HasNoTimes()
        => Assert.Equal(
            0,
            Journeys.Funnel("A", null, d => d with { Detail = FunnelDetail.Chains }).Evaluate(Journeys.Of("A"), Journeys.Context).Times.Overall.Count);

    [Fact]
    public void Times_WithoutChains_SaysHowToAsk()
        => Assert.Equal(
            "Times come from the chosen chains: ask with Detail = FunnelDetail.Chains.",
            Assert.Throws<InvalidOperationException>(() => Journeys.Funnel("AB").Evaluate(Journeys.Of("AB"), Journeys.Context).Times).Message);

    [Theory] // cube root, rounded up, at most 60
    [InlineData(1, 1)]
    [InlineData(8, 2)]
    [InlineData(9, 3)]
    [InlineData(27, 3)]
    [InlineData(1_000, 10)]
    [InlineData(1_001, 11)]
    [InlineData(216_000, 60)]
    [InlineData(10_000_000, 60)]
    public void AutomaticBins_OfASample_IsItsCubeRoot(long sample, int expected)
        => Assert.Equal(expected, FunnelHistogramResult.AutomaticBins(sample));

    [Fact]
    public void Histogram_EqualTimes_HasBinsOfAMinute()
    {
        FunnelHistogramResult histogram = FunnelHistogramResult.Of([TimeSpan.TicksPerHour, TimeSpan.TicksPerHour], 2);

        Assert.Equal([new(TimeSpan.FromHours(1), 2), new(new TimeSpan(1, 1, 0), 0), new(new TimeSpan(1, 2, 0), 0)], histogram.Bins.AsEnumerable());
        Assert.Equal(TimeSpan.FromHours(1), histogram.Average.Value);
    }

    [Fact]
    public void Histogram_ShortSpread_RoundsBinsUpToASecond()
    {
        FunnelHistogramResult histogram = FunnelHistogramResult.Of([5, 6, 7 * TimeSpan.TicksPerMillisecond], 3);

        Assert.Equal([3L, 0, 0, 0], histogram.Bins.Select(bin => bin.Count));
        Assert.Equal(TimeSpan.FromTicks(5 + TimeSpan.TicksPerSecond), histogram.Bins[1].From);
    }

    [Fact]
    public void Histogram_Nobody_HasNoBins()
    {
        FunnelHistogramResult histogram = FunnelHistogramResult.Of([], null);

        Assert.Empty(histogram.Bins);
        Assert.Equal(UndefinedReason.EmptyPopulation, histogram.Average.Undefined);
    }
}
