namespace UserOps.Models;

/// <summary>What became of the rows of one table.</summary>
/// <param name="Accepted">Rows taken.</param>
/// <param name="Rejected">Rows refused; each is under one issue.</param>
/// <param name="Duplicates">Rows that repeat one already taken.</param>
public readonly record struct IngestCounts(long Accepted, long Rejected, long Duplicates)
{
    /// <summary>Gets the rows read: accepted + rejected + duplicates.</summary>
    public long RowsRead => Accepted + Rejected + Duplicates;

    internal IngestCounts Plus(IngestCounts other)
        => new(Accepted + other.Accepted, Rejected + other.Rejected, Duplicates + other.Duplicates);
}
