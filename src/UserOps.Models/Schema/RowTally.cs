namespace UserOps.Models;

/// <summary>Counts the rows of one kind and keeps the first of them; rows come in ascending order.</summary>
internal struct RowTally
{
    private List<int>? _first;

    internal long Count { get; private set; }

    internal readonly IReadOnlyList<int> First => (IReadOnlyList<int>?)_first ?? [];

    internal void Add(int row)
    {
        Count++;
        if (Count <= SchemaDefaults.ListedRowsPerIssue)
        {
            (_first ??= []).Add(row);
        }
    }
}
