using System.Runtime.InteropServices;

namespace UserOps.Models.Retention;

/// <summary>What users add up to: one table of all events, and one for each breakdown value that has a member.</summary>
internal sealed class RetentionTally(int cohorts, int columns) : IRetentionSink
{
    private readonly Dictionary<int, GridCounts> _byValue = [];

    internal GridCounts All { get; } = new(cohorts, columns);

    internal IEnumerable<KeyValuePair<int, GridCounts>> ByValue => _byValue;

    public void Add(int user, int value, int cohort, ReadOnlySpan<ulong> columns)
        => (value == IRetentionSink.AnyValue ? All : Of(value)).Add(cohort, columns);

    internal void Add(RetentionTally other)
    {
        All.Add(other.All);
        foreach ((int value, GridCounts counts) in other._byValue)
        {
            Of(value).Add(counts);
        }
    }

    private GridCounts Of(int value) => CollectionsMarshal.GetValueRefOrAddDefault(_byValue, value, out _) ??= new(cohorts, columns);
}
