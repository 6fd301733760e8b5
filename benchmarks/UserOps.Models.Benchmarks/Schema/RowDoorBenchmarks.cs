using BenchmarkDotNet.Attributes;

namespace UserOps.Models.Benchmarks.Schema;

/// <summary>Rows with text ids to a table through the lambda and the reader door, against the loop over a dictionary a .NET developer would write.</summary>
[MemoryDiagnoser]
public class RowDoorBenchmarks
{
    private IngestRecord[] _rows = [];
    private IngestWire _wire = null!;

    [GlobalSetup]
    public void Setup()
    {
        var log = new IngestLog(IngestLog.Events);
        _rows = log.ToRecords();
        _wire = new IngestWire(log, _rows);
    }

    [Benchmark(Baseline = true)]
    public Dictionary<string, List<(DateTimeOffset At, string Name)>> DictionaryAndSort()
    {
        var users = new Dictionary<string, List<(DateTimeOffset At, string Name)>>();
        foreach (IngestRecord row in _rows)
        {
            Add(users, row.Customer, row.At, row.Name);
        }

        return Sorted(users);
    }

    [Benchmark]
    public UserOpsDataset LambdaDoor()
        => UserOpsDataset.FromEvents(_rows, map => map.User(row => row.Customer).At(row => row.At).Name(row => row.Name));

    [Benchmark]
    public Dictionary<string, List<(DateTimeOffset At, string Name)>> ReaderDictionaryAndSort()
    {
        using var reader = new IngestLogReader(_wire);
        var users = new Dictionary<string, List<(DateTimeOffset At, string Name)>>();
        while (reader.Read())
        {
            Add(users, reader.GetString(0), new DateTimeOffset(reader.GetDateTime(1)), reader.GetString(2));
        }

        return Sorted(users);
    }

    [Benchmark]
    public UserOpsDataset ReaderDoor()
    {
        using var reader = new IngestLogReader(_wire);
        return new UserOpsDatasetBuilder().AddEvents(reader, map => map.User("customer").At("at").Name("name")).Build();
    }

    private static void Add(Dictionary<string, List<(DateTimeOffset At, string Name)>> users, string user, DateTimeOffset at, string name)
    {
        if (!users.TryGetValue(user, out List<(DateTimeOffset At, string Name)>? events))
        {
            users.Add(user, events = []);
        }

        events.Add((at, name));
    }

    private static Dictionary<string, List<(DateTimeOffset At, string Name)>> Sorted(Dictionary<string, List<(DateTimeOffset At, string Name)>> users)
    {
        foreach (List<(DateTimeOffset At, string Name)> events in users.Values)
        {
            events.Sort((left, right) => left.At.CompareTo(right.At));
        }

        return users;
    }
}
