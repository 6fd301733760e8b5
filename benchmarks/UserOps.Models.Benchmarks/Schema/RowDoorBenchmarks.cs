using BenchmarkDotNet.Attributes;

namespace UserOps.Models.Benchmarks.Schema;

/// <summary>Rows with text ids to a table through the lambda and the reader door, against the loop over a dictionary a .NET developer would write.</summary>
[MemoryDiagnoser]
public class RowDoorBenchmarks
{
    private IngestRecord[] _rows = [];

    [GlobalSetup]
    public void Setup() => _rows = new IngestLog(IngestLog.Events).ToRecords();

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
        using var reader = new IngestLogReader(_rows);
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
        using var reader = new IngestLogReader(_rows);
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
