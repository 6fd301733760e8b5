using BenchmarkDotNet.Attributes;

namespace UserOps.Models.Benchmarks.Segments;

/// <summary>Users within a kilometer of a place in a city, against the formula applied to everybody.</summary>
[MemoryDiagnoser]
public class PositionBenchmarks
{
    private static readonly GeoCircle District = new() { Latitude = 31.24m, Longitude = 121.49m, RadiusMeters = 1_000 };

    private double[] _latitudes = [];
    private double[] _longitudes = [];
    private PositionScan _scan = null!;
    private ulong[] _words = [];

    [GlobalSetup]
    public void Setup()
    {
        var random = new Xoshiro256(1);
        _latitudes = [.. Enumerable.Range(0, SegmentData.Users).Select(_ => 30.7 + random.NextDouble())];
        _longitudes = [.. Enumerable.Range(0, SegmentData.Users).Select(_ => 120.9 + random.NextDouble())];
        _words = new ulong[BitKernels.WordsFor(_latitudes.Length)];
        _scan = new(new NumberColumn(Field.Number("latitude"), _latitudes, null), new NumberColumn(Field.Number("longitude"), _longitudes, null), District);
    }

    [Benchmark]
    public ulong[] Within()
    {
        _scan.Scan(0, _latitudes.Length, _words);
        return _words;
    }

    [Benchmark(Baseline = true)]
    public int PlainLoop()
    {
        int inside = 0;
        for (int row = 0; row < _latitudes.Length; row++)
        {
            inside += GreatCircle.Between(31.24, 121.49, _latitudes[row], _longitudes[row]).Meters <= 1_000 ? 1 : 0;
        }

        return inside;
    }
}
