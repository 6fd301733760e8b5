using BenchmarkDotNet.Attributes;

namespace UserOps.Models.Benchmarks.Segments;

/// <summary>Algebra of sets of users against the hash sets they replace.</summary>
[MemoryDiagnoser]
public class UserSetBenchmarks
{
    private readonly int _users = SegmentData.Users / 5;
    private UserSet _first = null!;
    private UserSet _second = null!;
    private HashSet<int> _firstHashed = null!;
    private HashSet<int> _secondHashed = null!;

    [GlobalSetup]
    public void Setup()
    {
        UserDirectory directory = new UserOpsDatasetBuilder()
            .AddUsers(Enumerable.Range(0, _users), users => users.User(row => (long)row)).Build().Directory;
        var random = new Xoshiro256(1);
        _first = new(directory, SegmentData.Words(random, _users));
        _second = new(directory, SegmentData.Words(random, _users));
        _firstHashed = [.. _first];
        _secondHashed = [.. _second];
    }

    [Benchmark(Baseline = true)]
    public UserSet Intersect() => _first.Intersect(_second);

    [Benchmark]
    public long Count() => BitKernels.Count(_first.Words);

    [Benchmark]
    public bool IsSubsetOf() => _first.Intersect(_second).IsSubsetOf(_second);

    [Benchmark]
    public long Enumerate()
    {
        long sum = 0;
        foreach (int user in _first)
        {
            sum += user;
        }

        return sum;
    }

    [Benchmark]
    public HashSet<int> IntersectHashSets()
    {
        HashSet<int> both = [.. _firstHashed];
        both.IntersectWith(_secondHashed);
        return both;
    }
}
