using BenchmarkDotNet.Attributes;

namespace UserOps.Models.Benchmarks.Schema;

/// <summary>Unsorted rows to a table through the columns door, against OrderBy and ThenBy; dense and arbitrary 64-bit ids, one and two threads.</summary>
[MemoryDiagnoser]
public class ColumnsDoorBenchmarks
{
    private IngestLog _log = null!;

    // Structs, in favor of the baseline: ten million objects would cost it a visit to memory a comparison.
    private (long User, long UtcTicks, ushort Name)[] _rows = [];

    [GlobalSetup]
    public void Setup()
    {
        _log = new IngestLog(IngestLog.Events);
        _rows = [.. Enumerable.Range(0, _log.AnyUsers.Length).Select(i => (_log.AnyUsers[i], _log.UtcTicks[i], _log.NameCodes[i]))];
    }

    [Benchmark(Baseline = true)]
    public (long User, long UtcTicks, ushort Name)[] LinqOrderByThenBy() => [.. _rows.OrderBy(row => row.User).ThenBy(row => row.UtcTicks)];

    [Benchmark]
    [Arguments(1)]
    [Arguments(2)]
    public UserOpsDataset DenseIds(int threads) => Build(_log.DenseUsers, threads);

    [Benchmark]
    [Arguments(1)]
    [Arguments(2)]
    public UserOpsDataset AnyIds(int threads) => Build(_log.AnyUsers, threads);

    private UserOpsDataset Build(long[] users, int threads) => new UserOpsDatasetBuilder()
        .AddEvents(new EventColumns(users, _log.UtcTicks).Names(_log.NameCodes, _log.Names))
        .Build(new RunOptions { MaxDegreeOfParallelism = threads });
}
