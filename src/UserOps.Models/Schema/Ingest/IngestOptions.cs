namespace UserOps.Models;

/// <summary>How ingest treats rows it cannot take as they are.</summary>
public sealed record IngestOptions
{
    /// <summary>Gets what happens to a bad row. Default: <see cref="OnBadRow.Collect"/>.</summary>
    public OnBadRow OnBadRow { get; init; } = OnBadRow.Collect;

    /// <summary>Gets what happens to events that are equal in everything. Default: <see cref="IdenticalRows.Keep"/>.</summary>
    public IdenticalRows IdenticalRows { get; init; } = IdenticalRows.Keep;

    /// <summary>Gets how many rows an issue lists, 0 or more; its count has no limit. Default: 20.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int ListedRowsPerIssue
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(ListedRowsPerIssue));
            field = value;
        }
    } = SchemaDefaults.ListedRowsPerIssue;

    /// <summary>Gets the rows one table may hold; lowered by tests only, nobody builds 2^31 rows to see them refused.</summary>
    internal int MaximumRows { get; init; } = SchemaDefaults.MaximumRows;
}
