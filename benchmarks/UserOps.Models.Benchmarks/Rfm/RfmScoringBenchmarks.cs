using BenchmarkDotNet.Attributes;
using UserOps.Models.Rfm;

namespace UserOps.Models.Benchmarks.Rfm;

/// <summary>
/// One axis of a tenth as many customers as rows: a million, and few in the smoke. Days are few and tied, money is many cents with a long tail. Beside each
/// method the same quintiles by sorting a copy, as one would write them by hand, and by LINQ.
/// </summary>
[MemoryDiagnoser]
public class RfmScoringBenchmarks
{
    private readonly Dictionary<RfmScoringMethod, RfmScorer> _scorers = Enum.GetValues<RfmScoringMethod>()
        .ToDictionary(method => method, method => new RfmScorer(new() { Method = method, Thresholds = method == RfmScoringMethod.Thresholds ? [100, 1_000, 10_000, 100_000] : [] }));

    private int[] _days = [];
    private long[] _cents = [];
    private byte[] _scores = [];

    public static IEnumerable<int> Sizes => [Math.Max(100, BenchmarkSize.Rows / 10)];

    [ParamsSource(nameof(Sizes))]
    public int Customers { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Xoshiro256(17);
        _days = [.. Enumerable.Range(0, Customers).Select(_ => random.NextInt32(400))];
        _cents = [.. Enumerable.Range(0, Customers).Select(_ => (long)(Math.Exp(6 + 2 * random.NextNormal()) * 100))];
        _scores = new byte[Customers];
        if (!SortedCents().AsSpan().SequenceEqual(CentsByLinq()) || !ValueQuantileCents().AsSpan().SequenceEqual(SortedCents()))
        {
            throw new InvalidOperationException("The ways to score do not agree.");
        }
    }

    [Benchmark]
    public byte[] ValueQuantileCents() => Score(RfmScoringMethod.ValueQuantile, _cents);

    [Benchmark]
    public byte[] ValueQuantileDenseCents() => Score(RfmScoringMethod.ValueQuantileDense, _cents);

    [Benchmark]
    public byte[] RankFirstCents() => Score(RfmScoringMethod.RankFirst, _cents);

    [Benchmark]
    public byte[] NtileCents() => Score(RfmScoringMethod.Ntile, _cents);

    [Benchmark]
    public byte[] PercentRankCents() => Score(RfmScoringMethod.PercentRank, _cents);

    [Benchmark]
    public byte[] ThresholdsCents() => Score(RfmScoringMethod.Thresholds, _cents);

    [Benchmark]
    public byte[] ValueQuantileDays()
    {
        _scorers[RfmScoringMethod.ValueQuantile].Score(_days, _scores);
        return _scores;
    }

    [Benchmark]
    public byte[] NtileDays()
    {
        _scorers[RfmScoringMethod.Ntile].Score(_days, _scores);
        return _scores;
    }

    [Benchmark(Baseline = true)]
    public byte[] SortedCents()
    {
        long[] sorted = [.. _cents];
        Array.Sort(sorted);
        long[] cuts = [.. Enumerable.Range(1, 4).Select(k => sorted[(sorted.Length - 1L) * k / 5])];
        var scores = new byte[_cents.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = (byte)(1 + Passed(_cents[i], cuts));
        }

        return scores;
    }

    [Benchmark]
    public byte[] CentsByLinq()
    {
        long[] sorted = [.. _cents.Order()];
        long[] cuts = [.. Enumerable.Range(1, 4).Select(k => sorted[(sorted.Length - 1L) * k / 5])];
        return [.. _cents.Select(value => (byte)(1 + cuts.Count(cut => value > cut)))];
    }

    private static int Passed(long value, long[] cuts)
    {
        int passed = 0;
        foreach (long cut in cuts)
        {
            passed += value > cut ? 1 : 0;
        }

        return passed;
    }

    private byte[] Score(RfmScoringMethod method, long[] values)
    {
        _scorers[method].Score(values, _scores);
        return _scores;
    }
}
