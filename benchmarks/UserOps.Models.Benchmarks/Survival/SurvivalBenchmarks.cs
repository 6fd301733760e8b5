using BenchmarkDotNet.Attributes;
using UserOps.Models.Survival;

namespace UserOps.Models.Benchmarks.Survival;

/// <summary>A tenth of the usual rows: one million durations, sorted anew each time, against sorting and grouping with LINQ.</summary>
[MemoryDiagnoser]
public class SurvivalBenchmarks
{
    private readonly KaplanMeierModel _curves = new();
    private readonly LogRankModel _test = new();
    private double[] _times = [];
    private bool[] _events = [];
    private SurvivalTable _grouped = null!;
    private ulong[] _keys = [];
    private int[] _order = [];
    private ulong[] _sortedKeys = [];
    private int[] _sortedOrder = [];
    private ulong[] _otherKeys = [];
    private int[] _otherOrder = [];

    public static IEnumerable<int> Sizes => [BenchmarkSize.Rows / 10];

    [ParamsSource(nameof(Sizes))]
    public int Rows { get; set; }

    [Params(false, true)] // instants, of which no two are equal, or whole days
    public bool WholeDays { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Xoshiro256(7);
        _times = [.. Enumerable.Range(0, Rows).Select(_ => -200 * Math.Log(1 - random.NextDouble())).Select(time => WholeDays ? Math.Floor(time) : time)];
        _events = [.. Enumerable.Range(0, Rows).Select(_ => random.NextInt32(3) != 0)];
        _grouped = new SurvivalTable(new()
        {
            Times = [.. _times],
            Events = [.. _events],
            Groups = SurvivalLabels.Of([.. Enumerable.Range(0, Rows).Select(_ => "g" + random.NextInt32(4))]),
        });
        _keys = [.. _times.Zip(_events, TimeOrder.Key)];
        _order = [.. Enumerable.Range(0, Rows)];
        (_sortedKeys, _sortedOrder, _otherKeys, _otherOrder) = (new ulong[Rows], new int[Rows], new ulong[Rows], new int[Rows]);
        _test.Evaluate(_grouped);
        if (Math.Abs(Linq() - KaplanMeier()) > 1e-9)
        {
            throw new InvalidOperationException("The two ways differ.");
        }
    }

    [Benchmark(Baseline = true)]
    public double Linq()
    {
        double survival = 1;
        long left = Rows;
        foreach (var group in Enumerable.Range(0, Rows).GroupBy(i => _times[i]).OrderBy(rows => rows.Key))
        {
            int count = 0;
            int ended = 0;
            foreach (int row in group)
            {
                count++;
                ended += _events[row] ? 1 : 0;
            }

            survival *= 1 - (double)ended / left;
            left -= count;
        }

        return survival;
    }

    [Benchmark]
    public double KaplanMeier() => _curves.Evaluate(SurvivalTable.Of(_times, _events)).Curve.SurvivalAt(double.MaxValue);

    [Benchmark]
    public bool Sort()
    {
        _keys.CopyTo(_sortedKeys, 0);
        _order.CopyTo(_sortedOrder, 0);
        return TimeOrder.Sort(_sortedKeys, _sortedOrder, _otherKeys, _otherOrder);
    }

    [Benchmark]
    public double LogRankOfFourGroups() => _test.Evaluate(_grouped).Statistic.Value.GetValueOrDefault(); // the table is sorted already
}
