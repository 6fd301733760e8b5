using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>What ingest read, took and refused; nothing is lost silently.</summary>
/// <remarks>For a dataset that was appended to, the report covers everything from the first row on.</remarks>
public sealed record IngestReport
{
    /// <summary>Gets the rows read for all tables; always <see cref="Accepted"/> + <see cref="Rejected"/> + <see cref="Duplicates"/>.</summary>
    public long RowsRead => Accepted + Rejected + Duplicates;

    /// <summary>Gets the rows taken.</summary>
    public long Accepted => Users.Accepted + Events.Accepted + Contents.Accepted;

    /// <summary>Gets the rows refused.</summary>
    public long Rejected => Users.Rejected + Events.Rejected + Contents.Rejected;

    /// <summary>Gets the rows that repeat one already taken.</summary>
    public long Duplicates => Users.Duplicates + Events.Duplicates + Contents.Duplicates;

    /// <summary>Gets what became of the rows for the user table.</summary>
    public IngestCounts Users { get; init; }

    /// <summary>Gets what became of the rows for the event log.</summary>
    public IngestCounts Events { get; init; }

    /// <summary>Gets what became of the rows for the content table.</summary>
    public IngestCounts Contents { get; init; }

    /// <summary>Gets the issues, by table and then by code; empty when every row was taken without remark.</summary>
    public ImmutableArray<IngestIssue> Issues { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(IngestReport? other) => other is not null && Users == other.Users && Events == other.Events
        && Contents == other.Contents && ListEquality.Equal(Issues, other.Issues);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Users, Events, Contents, ListEquality.Hash(Issues));
}
