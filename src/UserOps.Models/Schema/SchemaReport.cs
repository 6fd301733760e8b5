using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>How a table compares with its schema; immutable.</summary>
public sealed record SchemaReport
{
    /// <summary>Gets the id of the schema.</summary>
    public required string SchemaId { get; init; }

    /// <summary>Gets the version of the schema.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>Gets the rows compared: users with a row of their own, events, or contents.</summary>
    public required long RowsChecked { get; init; }

    /// <summary>Gets every deviation: in the order of the schema, then what the schema does not mention in the order of the table.</summary>
    public required ImmutableArray<SchemaIssue> Issues { get; init; }

    /// <summary>Gets a value indicating whether no promise is broken; notices may remain.</summary>
    [JsonIgnore]
    public bool Conforms => Issues.IsDefault || !Issues.Any(issue => issue.Severity == SchemaIssueSeverity.Error);

    /// <inheritdoc/>
    public bool Equals(SchemaReport? other) => other is not null
        && SchemaId == other.SchemaId
        && SchemaVersion == other.SchemaVersion
        && RowsChecked == other.RowsChecked
        && ListEquality.Equal(Issues, other.Issues);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(SchemaId, SchemaVersion, RowsChecked, ListEquality.Hash(Issues));
}
