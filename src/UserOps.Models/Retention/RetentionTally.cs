namespace UserOps.Models.Retention;

/// <summary>What users add up to: one table of all events, and one for each breakdown value that has a member.</summary>
internal sealed class RetentionTally(int cohorts, int columns) : IRetentionSink
{
    private readonly Dictionary<int, GridCounts> _byValue = [];

    private int MostValues => RetentionDefaults.MaximumBreakdownCells / (cohorts * columns);

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

    // Values of one thread are values of all, so whether there are too many does not depend on the threads.
    private GridCounts Of(int value)
    {
        if (_byValue.TryGetValue(value, out GridCounts? counts))
        {
            return counts;
        }

        if (_byValue.Count >= MostValues)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The breakdown has more than {MostValues} values with a member; with {cohorts} cohorts of {columns} columns that is the most for {RetentionDefaults.MaximumBreakdownCells} cells."));
        }

        return _byValue[value] = new(cohorts, columns);
    }
}
