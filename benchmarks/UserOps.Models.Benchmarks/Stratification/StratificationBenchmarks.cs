using BenchmarkDotNet.Attributes;
using UserOps.Models.Stratification;

namespace UserOps.Models.Benchmarks.Stratification;

/// <summary>Strata of a million users: amounts to the cent, and a third of them 0, parted by text ids; the LINQ of the first.</summary>
[MemoryDiagnoser]
public class StratificationBenchmarks
{
    private readonly ParetoModel _pareto = new();
    private readonly PyramidModel _thresholds = new(StratificationPresets.AssetTiers);
    private readonly PyramidModel _shares = new(StratificationPresets.CustomerPyramid);
    private readonly PyramidModel _abc = new(StratificationPresets.Abc);
    private readonly WhaleCurveModel _whale = new();
    private KeyValuePair<UserId, decimal>[] _rows = [];
    private UserAmounts _values = null!;
    private UserAmounts _zeros = null!;

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        string[] ids = [.. Enumerable.Range(0, BenchmarkSize.Rows / 10).Select(user => FormattableString.Invariant($"user-{user}"))];
        random.Shuffle(ids);
        UserDirectory users = new UserOpsDatasetBuilder().AddUsers(ids, map => map.User(id => id)).Build().Directory;
        _rows = [.. ids.Select(id => KeyValuePair.Create((UserId)id, random.Next(3) == 0 ? 0 : Math.Round((decimal)Math.Exp(random.NextDouble() * 15), 2)))];
        _values = UserAmounts.Of(users, _rows, "CNY");
        _zeros = UserAmounts.Of(users, _rows.Select((row, i) => KeyValuePair.Create(row.Key, i == 0 ? 1m : 0m)), "CNY");
    }

    [Benchmark(Baseline = true)]
    public int Pareto() => _pareto.Evaluate(_values).Users.Holding().Count;

    [Benchmark]
    public long ParetoByLinq()
    {
        decimal total = _rows.Sum(row => row.Value);
        decimal sum = 0;
        return _rows.OrderByDescending(row => row.Value).ThenBy(row => row.Key).TakeWhile(row =>
        {
            bool isBelow = sum < total * 0.8m;
            sum += row.Value;
            return isBelow;
        }).LongCount();
    }

    [Benchmark]
    public long Thresholds() => _thresholds.Evaluate(_values).Summary.Unassigned;

    [Benchmark]
    public int Shares() => _shares.Evaluate(_values).Users.In("top").Count;

    [Benchmark]
    public int SharesOfEqualValues() => _shares.Evaluate(_zeros).Users.In("top").Count;

    [Benchmark]
    public int Abc() => _abc.Evaluate(_values).Users.In("A").Count;

    [Benchmark]
    public int Whale() => _whale.Evaluate(_values).Summary.Points.Length;

    [Benchmark]
    public int Amounts() => UserAmounts.Of(_values.Directory, _rows, "CNY").Known;
}
