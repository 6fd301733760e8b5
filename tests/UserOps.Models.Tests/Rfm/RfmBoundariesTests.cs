using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

public class RfmBoundariesTests
{
    [Theory] // a shard scored by the boundaries of the whole scores as the whole did
    [InlineData(RfmScoringMethod.ValueQuantile, false)]
    [InlineData(RfmScoringMethod.ValueQuantile, true)]
    [InlineData(RfmScoringMethod.ValueQuantileDense, false)]
    [InlineData(RfmScoringMethod.ValueQuantileDense, true)]
    public void BoundariesOf_TheWhole_ScoreItsShards(RfmScoringMethod method, bool lowerIsBetter)
    {
        var random = new Xoshiro256(51);
        for (int run = 0; run < 60; run++)
        {
            int length = 1 + random.NextInt32(900);
            decimal[] money = [.. Enumerable.Range(0, length).Select(_ => random.NextInt32(30) * random.NextInt32(30) / 100m - 1)];
            var scorer = new RfmScorer(new() { Method = method, Bins = 1 + random.NextInt32(10) }, lowerIsBetter);
            byte[] scores = scorer.Score(money);
            RfmBoundaries boundaries = UserOpsJson.Deserialize<RfmBoundaries>(UserOpsJson.Serialize(scorer.BoundariesOf(money)));
            var shard = RfmScorer.At(boundaries);
            decimal[] part = [.. money.Where((_, i) => i % 3 == 1)];
            byte[] expected = [.. scores.Where((_, i) => i % 3 == 1)];
            Assert.Equal(expected, shard.Score(part));
            Assert.Equal(expected, shard.Score([.. part.Select(value => (double)value)]));
            var ofUnits = new byte[part.Length];
            shard.ScoreUnits([.. part.Select(value => (long)(value * 10_000))], 4, null, ofUnits);
            Assert.Equal(expected, ofUnits);
            Assert.Equal(boundaries, scorer.BoundariesOfUnits<long>([.. money.Select(value => (long)(value * 100))], 2));
            Assert.Equal(boundaries, shard.BoundariesOf(part)); // they are given, whatever the data
        }
    }

    [Fact]
    public void BoundariesOf_Quantiles_AreValuesOfTheData()
    {
        var scorer = new RfmScorer(new());
        Assert.Equal([20m, 40m, 60m, 80m], scorer.BoundariesOf([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]).Cuts.AsEnumerable());
        Assert.Equal([1m, 1m, 1m, 2m], scorer.BoundariesOf([1m, 1m, 1m, 1m, 1m, 1m, 2m, 2m, 3m, 9m]).Cuts.AsEnumerable()); // equal cuts leave scores 2 and 3 unused
        Assert.Equal([1m, 2m], new RfmScorer(new() { Method = RfmScoringMethod.ValueQuantileDense }).BoundariesOf([1m, 1m, 1m, 1m, 1m, 1m, 2m, 2m, 3m, 9m]).Cuts.AsEnumerable());
    }

    [Fact]
    public void BoundariesOf_Thresholds_AreTheThresholds()
    {
        var scorer = new RfmScorer(new() { Method = RfmScoringMethod.Thresholds, Thresholds = [1, 3, 5.5m] }, lowerIsBetter: true);
        Assert.Equal(new RfmBoundaries { Cuts = [1, 3, 5.5m], PassedWhenEqual = true, LowerIsBetter = true }, scorer.BoundariesOf(ReadOnlySpan<int>.Empty));
        Assert.Equal([4, 3, 3, 1], RfmScorer.At(scorer.BoundariesOf(ReadOnlySpan<int>.Empty)).Score([0, 1, 2, 6]).Select(score => (int)score));
    }

    [Theory]
    [InlineData(RfmScoringMethod.RankFirst)]
    [InlineData(RfmScoringMethod.Ntile)]
    [InlineData(RfmScoringMethod.PercentRank)]
    public void BoundariesOf_Ranks_AreRefused(RfmScoringMethod method)
    {
        var scorer = new RfmScorer(new() { Method = method });
        Assert.False(scorer.HasBoundaries);
        Assert.Equal($"{method} scores by rank, so there are no boundaries to share.", Assert.Throws<InvalidOperationException>(() => scorer.BoundariesOf([1, 2])).Message);
    }

    [Fact]
    public void BoundariesOf_NoValues_IsRefused() => Assert.Throws<ArgumentException>(() => new RfmScorer(new()).BoundariesOf(ReadOnlySpan<decimal>.Empty));

    [Fact]
    public void Scorer_WrongBoundaries_AreRefused()
    {
        Assert.Equal("cutsFalling", CodeOf(new() { Cuts = [2, 1] }));
        Assert.Equal("binsOutOfRange", CodeOf(new() { Cuts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }));
        Assert.Equal("missingMember", CodeOf(new() { Cuts = default }));
        Assert.Equal([1, 1], RfmScorer.At(new() { Cuts = [] }).Score([1, 2]).Select(score => (int)score));

        static string CodeOf(RfmBoundaries boundaries) => Assert.Single(Assert.Throws<InvalidDefinitionException>(() => RfmScorer.At(boundaries)).Issues).Code;
    }
}
