using UserOps.Samples;

namespace UserOps.Models.Tests.Samples;

public sealed class SampleRandomTests
{
    [Fact] // SplitMix64 of state 0 begins E220A8397B1DCDAF, 6E789E6AA1B965F4, ... (prng.di.unimi.it/splitmix64.c); xoshiro256** from there
    public void Next_SeedZero_FollowsThePublishedAlgorithm()
    {
        var random = new SampleRandom(0, 0);
        Assert.Equal([0x99EC5F36CB75F2B4UL, 0xBF6E1F784956452AUL, 0x1A5F849D4933E6E0UL], [random.Next(), random.Next(), random.Next()]);
    }

    [Fact]
    public void Unit_ManyDraws_AreInsideAndEven()
    {
        var random = new SampleRandom(1, 2);
        var draws = Enumerable.Range(0, 100_000).Select(_ => random.Unit()).ToArray();
        Assert.All(draws, draw => Assert.True(draw is > 0 and < 1));
        Assert.InRange(draws.Average(), 0.495, 0.505);
    }

    [Fact]
    public void Below_Bound_CoversEveryNumberEvenly()
    {
        var random = new SampleRandom(3, 4);
        var counts = Enumerable.Range(0, 60_000).Select(_ => random.Below(6)).CountBy(number => number).ToDictionary();
        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 9_500, 10_500));
    }

    [Fact]
    public void HeavyTailed_Draws_HaveTheQuantilesOfTheDistribution()
    {
        var random = new SampleRandom(5, 6);
        var draws = Enumerable.Range(0, 100_000).Select(_ => random.HeavyTailed(10)).Order().ToArray();
        Assert.InRange(draws[50_000], 9.8, 10.2);
        Assert.InRange(draws[99_000], 90, 110);
    }
}
