using BenchmarkDotNet.Attributes;

namespace UserOps.Models.Benchmarks.Segments;

/// <summary>The row mask of an event filter, built cold, against LINQ over objects.</summary>
[MemoryDiagnoser]
public class EventMatchesBenchmarks
{
    private static readonly CategoryField Channel = Field.Category("channel");
    private static readonly AmountField Amount = Field.Amount("amount", "CNY");
    private static readonly SegmentRule Test = Amount.AtLeast(50m).And(Channel.In("v1", "v5", "v7")).And(Amount.Below(90m));
    private static readonly SegmentRule AtNoon = Field.LocalTime.Between("12:00:00", "14:00:00", highInclusive: false);

    private readonly int _events = SegmentData.Users / 5;
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private UserOpsDataset _data = null!;
    private Row[] _rows = null!;

    [GlobalSetup]
    public void Setup()
    {
        var random = new Xoshiro256(1);
        var start = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        _rows = [.. Enumerable.Range(0, _events).Select(i => new Row(
            random.NextInt32(_events / 25), start.AddSeconds(i), $"v{random.NextInt32(30)}", random.NextInt32(4) == 0 ? null : random.NextInt32(1_000_000) / 10_000m))];
        _data = UserOpsDataset.FromEvents(_rows, events => events
            .User(row => row.User).At(row => row.At).Named("pay").With(Channel, row => row.Channel).With(Amount, row => row.Amount));
    }

    [Benchmark(Baseline = true)]
    public ulong[] FieldTests() => Mask(Test);

    [Benchmark]
    public ulong[] LocalTime() => Mask(AtNoon);

    [Benchmark]
    public bool[] FieldTestsLinq() => [.. _rows.Select(row => row.Amount is { } amount && amount >= 50m && amount < 90m && row.Channel is "v1" or "v5" or "v7")];

    [Benchmark]
    public bool[] LocalTimeLinq() => [.. _rows.Select(row => TimeZoneInfo.ConvertTime(row.At, _zone).TimeOfDay is { Hours: 12 or 13 })];

    private ulong[] Mask(SegmentRule test) => RowProgram.Compile(test, new EventRows(_data, _zone), wantsUnknown: false).Run().True;

    private sealed record Row(long User, DateTimeOffset At, string Channel, decimal? Amount);
}
