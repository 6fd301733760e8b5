using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>What ingest read, took and refused; nothing is lost silently.</summary>
/// <remarks>JSON round-trip. For a dataset that was appended to, the report covers everything from the first row on.</remarks>
public sealed record IngestReport
{
    /// <summary>Gets the rows read for all tables; always <see cref="Accepted"/> + <see cref="Rejected"/> + <see cref="Duplicates"/>.</summary>
    [JsonIgnore]
    public long RowsRead => Accepted + Rejected + Duplicates;

    /// <summary>Gets the rows taken.</summary>
    [JsonIgnore]
    public long Accepted => Users.Accepted + Events.Accepted + Contents.Accepted;

    /// <summary>Gets the rows refused.</summary>
    [JsonIgnore]
    public long Rejected => Users.Rejected + Events.Rejected + Contents.Rejected;

    /// <summary>Gets the rows that repeat one already taken.</summary>
    [JsonIgnore]
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

    /// <summary>Gives the report as text, without regard to culture: a line of sums, one a table that was given rows, one an issue.</summary>
    /// <returns>Lines that end in <c>\n</c>, the last one in nothing.</returns>
    public override string ToString() => string.Join('\n', Lines());

    private IEnumerable<string> Lines()
    {
        yield return new IngestCounts(Accepted, Rejected, Duplicates).ToString();
        foreach ((IngestTable table, IngestCounts counts) in new[] { (IngestTable.Users, Users), (IngestTable.Events, Events), (IngestTable.Contents, Contents) })
        {
            if (counts != default)
            {
                yield return $"{table}: {counts}";
            }
        }

        foreach (IngestIssue issue in Issues.IsDefault ? [] : Issues)
        {
            yield return issue.ToString();
        }
    }
}
