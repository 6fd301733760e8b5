using System.Numerics;
using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

public class RfmScorerTests
{
    private static readonly RfmScoringMethod[] ByData =
        [RfmScoringMethod.ValueQuantile, RfmScoringMethod.ValueQuantileDense, RfmScoringMethod.RankFirst, RfmScoringMethod.Ntile, RfmScoringMethod.PercentRank];

    public static TheoryData<RfmScoringMethod> Methods => [.. ByData];

    public static TheoryData<RfmScoringMethod> OfValuesOnly => [RfmScoringMethod.ValueQuantile, RfmScoringMethod.ValueQuantileDense, RfmScoringMethod.PercentRank];

    [Theory] // what is wrong | the code | the message
    [InlineData(RfmScoringMethod.ValueQuantile, 0, "", "binsOutOfRange", "The number of bins is 0; it is 1 to 10.")]
    [InlineData(RfmScoringMethod.Ntile, 11, "", "binsOutOfRange", "The number of bins is 11; it is 1 to 10.")]
    [InlineData(RfmScoringMethod.Ntile, 5, "1", "unknownMember", "The method Ntile knows no thresholds.")]
    [InlineData(RfmScoringMethod.Thresholds, null, "", "missingMember", "The thresholds are missing; there is at least one.")]
    [InlineData(RfmScoringMethod.Thresholds, null, "5,3", "thresholdsNotRising", "The threshold 3 is not above 5, the one before it.")]
    [InlineData(RfmScoringMethod.Thresholds, null, "5,5", "thresholdsNotRising", "The threshold 5 is not above 5, the one before it.")]
    [InlineData(RfmScoringMethod.Thresholds, null, "1,2,3,4,5,6,7,8,9,10", "binsOutOfRange", "10 thresholds make more than 10 scores.")]
    [InlineData(RfmScoringMethod.Thresholds, 4, "1,2", "binCount", "2 thresholds make 3 bins, not 4.")]
    [InlineData((RfmScoringMethod)9, 5, "", "unknownValue", "9 is none of ValueQuantile, ValueQuantileDense, RankFirst, Ntile, PercentRank, Thresholds.")]
    public void Scorer_WrongScoring_IsRefused(RfmScoringMethod method, int? bins, string thresholds, string code, string message)
    {
        var scoring = new RfmAxisScoring { Method = method, Bins = bins, Thresholds = [.. thresholds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(decimal.Parse)] };
        DefinitionIssue issue = Assert.Single(Assert.Throws<InvalidDefinitionException>(() => new RfmScorer(scoring)).Issues);
        Assert.Equal((code, message), (issue.Code, issue.Message));
    }

    [Fact]
    public void Scorer_SeveralFaults_ListsThemAll()
    {
        var scoring = new RfmAxisScoring { Method = RfmScoringMethod.Thresholds, Bins = 11, Thresholds = [2, 1, 0] };
        Assert.Equal(
            ["/bins", "/bins", "/thresholds/1", "/thresholds/2"],
            Assert.Throws<InvalidDefinitionException>(() => new RfmScorer(scoring)).Issues.Select(issue => issue.Path));
    }

    [Fact]
    public void Score_EveryShortColumn_IsWhatTheContractSays()
    {
        Assert.All(Enumerable.Range(0, 7).SelectMany(length => Columns(length, [-1, 0, 2])), values =>
        {
            BigInteger?[] exact = [.. values.Select(value => (BigInteger?)value)];
            var scores = new byte[values.Length];
            foreach (RfmScoringMethod method in ByData)
            {
                for (int bins = 1; bins <= 10; bins++)
                {
                    var scoring = new RfmAxisScoring { Method = method, Bins = bins };
                    foreach (bool lowerIsBetter in (bool[])[false, true])
                    {
                        new RfmScorer(scoring, lowerIsBetter).Score(values, scores);
                        Assert.Equal(TwinScores.Of(exact, scoring, lowerIsBetter), scores);
                    }
                }
            }
        });
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Score_LongColumns_IsWhatTheContractSays(RfmScoringMethod method)
    {
        var random = new Xoshiro256(41);
        foreach ((string shape, long[] values) in LongColumns(random))
        {
            BigInteger?[] exact = [.. values.Select(value => (BigInteger?)value)];
            int bins = 2 + random.NextInt32(9);
            bool lowerIsBetter = random.NextInt32(2) == 0;
            var scoring = new RfmAxisScoring { Method = method, Bins = bins };
            var scores = new byte[values.Length];
            new RfmScorer(scoring, lowerIsBetter).Score(values, scores);
            Assert.True(TwinScores.Of(exact, scoring, lowerIsBetter).AsSpan().SequenceEqual(scores), $"{shape}, {values.Length} values, {bins} bins");
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Score_ThroughEveryDoor_IsTheSame(RfmScoringMethod method)
    {
        var random = new Xoshiro256(42);
        for (int run = 0; run < 40; run++)
        {
            int[] values = [.. Enumerable.Range(0, random.NextInt32(1_500)).Select(_ => random.NextInt32(400) - 200)];
            var scorer = new RfmScorer(new() { Method = method, Bins = 1 + random.NextInt32(10) }, lowerIsBetter: run % 2 == 0);
            byte[] scores = scorer.Score(values);
            var ofLongs = new byte[values.Length];
            scorer.Score([.. values.Select(value => (long)value)], ofLongs);
            Assert.Equal(scores, ofLongs);
            Assert.Equal(scores, scorer.Score([.. values.Select(value => (decimal)value)]));
            Assert.Equal(scores, scorer.Score([.. values.Select(value => value / 100m)]));
            Assert.Equal(scores, scorer.Score([.. values.Select(value => value * 1e-20m + (value > 0 ? 1e7m : 0))])); // more digits than 64 bits hold
            Assert.Equal(scores, scorer.Score([.. values.Select(value => (double)value)]));
            Assert.Equal(scores, scorer.Score([.. values.Select(value => value * 1e300)]));
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Score_MissingValues_DoNotCount(RfmScoringMethod method)
    {
        var random = new Xoshiro256(43);
        var scorer = new RfmScorer(new() { Method = method });
        decimal?[] values = [.. Enumerable.Range(0, 700).Select(_ => random.NextInt32(3) == 0 ? (decimal?)null : random.NextInt32(50))];
        byte[] scores = scorer.Score(values);
        Assert.All(values.Zip(scores), pair => Assert.Equal(pair.First is null, pair.Second == 0));
        Assert.Equal(scorer.Score([.. values.Where(value => value is not null).Select(value => value!.Value)]), scores.Where(score => score > 0));
        Assert.Equal(scores, scorer.Score([.. values.Select(value => (double?)value)]));
    }

    [Theory]
    [MemberData(nameof(OfValuesOnly))]
    public void Score_ByValue_IsTheSameForEqualValuesInAnyOrder(RfmScoringMethod method)
    {
        var random = new Xoshiro256(44);
        int[] values = [.. Enumerable.Range(0, 3_000).Select(_ => random.NextInt32(60) * random.NextInt32(60))];
        var scorer = new RfmScorer(new() { Method = method, Bins = 7 });
        byte[] scores = scorer.Score(values);
        Assert.All(values.Zip(scores).GroupBy(pair => pair.First), equal => Assert.Single(equal.Select(pair => pair.Second).Distinct()));
        int[] reversed = [.. values.AsEnumerable().Reverse()];
        Assert.Equal(scores.AsEnumerable().Reverse(), scorer.Score(reversed));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Score_OfGreaterValue_IsNotLower(RfmScoringMethod method)
    {
        var random = new Xoshiro256(45);
        int[] values = [.. Enumerable.Range(0, 2_000).Select(_ => random.NextInt32(300) - 150)];
        int[] moved = [.. values.Select(value => value + 1_000_003)];
        var scorer = new RfmScorer(new() { Method = method, Bins = 10 });
        byte[] scores = scorer.Score(values);
        byte[] inOrder = [.. values.Zip(scores).OrderBy(pair => pair.First).Select(pair => pair.Second)];
        Assert.Equal(inOrder.Order(), inOrder);
        Assert.Equal(scores, scorer.Score(moved)); // a constant added to all changes nothing
    }

    [Theory] // ties are parted in the order given, which is asked for only where a cut parts one
    [InlineData(RfmScoringMethod.RankFirst, true)]
    [InlineData(RfmScoringMethod.Ntile, true)]
    [InlineData(RfmScoringMethod.PercentRank, false)]
    [InlineData(RfmScoringMethod.ValueQuantile, false)]
    public void ScoreUnits_OrderOfTies_PartsEqualValues(RfmScoringMethod method, bool isAsked)
    {
        var random = new Xoshiro256(46);
        int[] values = [.. Enumerable.Range(0, 1_001).Select(_ => random.NextInt32(4))];
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(i => (i * 7_919) % 1_009)];
        var scoring = new RfmAxisScoring { Method = method, Bins = 10 };
        int asked = 0;
        var scores = new byte[values.Length];
        new RfmScorer(scoring, lowerIsBetter: true).ScoreUnits<int>(values, 0, () => Ask(), scores);
        Assert.Equal(TwinScores.Of([.. values.Select(value => (BigInteger?)value)], scoring, lowerIsBetter: true, order), scores);
        Assert.Equal(isAsked ? 1 : 0, asked);

        int[] Ask()
        {
            asked++;
            return order;
        }
    }

    [Fact]
    public void ScoreUnits_NoTieAtACut_DoesNotAskForAnOrder()
    {
        int[] values = [.. Enumerable.Range(0, 1_000).Select(i => i / 10 * 10)]; // a hundred tens, cut between them
        var scores = new byte[values.Length];
        new RfmScorer(new() { Method = RfmScoringMethod.Ntile }).ScoreUnits<int>(values, 0, () => throw new InvalidOperationException("asked"), scores);
        Assert.Equal(values.Select(value => (byte)(1 + value / 200)), scores);
    }

    [Theory] // money in cents and its thresholds as written | the scores
    [InlineData("0.99,1,1.01,99999", "1", "1,2,2,2")]
    [InlineData("0.99,1,1.01,99999", "0.991", "1,2,2,2")]
    [InlineData("0.99,1,1.01,99999", "-79228162514264337593543950335,1.005,79228162514264337593543950335", "2,2,3,3")]
    [InlineData("-3,-2.01,-2,0", "-2,0", "1,1,2,3")]
    public void Score_Thresholds_AreMetAsWritten(string values, string thresholds, string expected)
    {
        decimal[] money = [.. values.Split(',').Select(decimal.Parse)];
        var scorer = new RfmScorer(new() { Method = RfmScoringMethod.Thresholds, Thresholds = [.. thresholds.Split(',').Select(decimal.Parse)] });
        byte[] scores = scorer.Score(money);
        Assert.Equal(expected, string.Join(',', scores));
        var ofUnits = new byte[money.Length];
        scorer.ScoreUnits([.. money.Select(value => (long)(value * 100))], 2, null, ofUnits);
        Assert.Equal(scores, ofUnits);
        scorer.ScoreUnits([.. money.Select(value => (int)(value * 100))], 2, null, ofUnits);
        Assert.Equal(scores, ofUnits);
    }

    [Fact]
    public void Score_DoubleAtAThreshold_MeetsTheNumberAsWritten()
    {
        var scorer = new RfmScorer(new() { Method = RfmScoringMethod.Thresholds, Thresholds = [0.1m, 0.3m] });
        Assert.Equal([1, 2, 2, 3, 3], scorer.Score([-0.1, 0.1, Math.BitDecrement(0.3), 0.3, 0.1 + 0.2]).Select(score => (int)score));
    }

    [Theory]
    [InlineData(double.NaN, "Value 1 is NaN; a value to score is finite, and null where it is missing. (Parameter 'values')")]
    [InlineData(double.PositiveInfinity, "Value 1 is Infinity; a value to score is finite, and null where it is missing. (Parameter 'values')")]
    public void Score_NotANumber_IsRefused(double value, string message)
    {
        var scorer = new RfmScorer(new());
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => scorer.Score([0.0, value])).Message);
    }

    [Fact]
    public void Score_RoomOfAnotherLength_IsRefused() =>
        Assert.Equal(
            "There are 2 values, but room for 3 scores. (Parameter 'scores')",
            Assert.Throws<ArgumentException>(() => new RfmScorer(new()).Score([1, 2], new byte[3])).Message);

    [Theory]
    [MemberData(nameof(Methods))]
    public void Score_IntoGivenMemory_AllocatesNothing(RfmScoringMethod method)
    {
        var random = new Xoshiro256(47);
        long[] values = [.. Enumerable.Range(0, 20_000).Select(i => i % 3 == 0 ? 7L : (long)random.NextUInt64())];
        var scores = new byte[values.Length];
        var scorer = new RfmScorer(new() { Method = method });
        for (int warm = 0; warm < 3; warm++)
        {
            scorer.Score(values, scores);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        scorer.Score(values, scores);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static IEnumerable<int[]> Columns(int length, int[] alphabet) => length == 0
        ? [[]]
        : Columns(length - 1, alphabet).SelectMany(start => alphabet.Select(last => (int[])[.. start, last]));

    private static IEnumerable<(string Shape, long[] Values)> LongColumns(Xoshiro256 random)
    {
        long[] ends = [long.MinValue, long.MinValue + 1, -1, 0, 1, long.MaxValue - 1, long.MaxValue];
        foreach (int length in (int[])[513, 1_000, 4_099])
        {
            yield return ("any", Column(length, _ => (long)random.NextUInt64()));
            yield return ("few", Column(length, _ => random.NextInt32(6)));
            yield return ("cents", Column(length, _ => random.NextInt32(1_000_000) - 5_000));
            yield return ("skewed", Column(length, i => i == 0 ? long.MaxValue / 3 : 1L << random.NextInt32(40)));
            yield return ("one far off", Column(length, i => i == 0 ? 1L << 55 : random.NextInt32(100_000)));
            yield return ("ends", Column(length, _ => ends[random.NextInt32(ends.Length)]));
            yield return ("lowest and highest", Column(length, i => i % 2 == 0 ? long.MinValue : long.MaxValue));
            yield return ("equal", Column(length, _ => long.MinValue));
            yield return ("half equal", Column(length, i => i % 2 == 0 ? 12_345_678_901 : (long)(random.NextUInt64() >> 20)));
        }
    }

    private static long[] Column(int length, Func<int, long> valueAt) => [.. Enumerable.Range(0, length).Select(valueAt)];
}
