using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>What <see cref="SegmentCatalog"/> finds in a rule; immutable.</summary>
public sealed record SegmentReport
{
    /// <summary>
    /// Gets every finding in document order: a node before its operands, the node itself before its members, members in the order in which the
    /// node table of the documentation lists them.
    /// </summary>
    public required ImmutableArray<SegmentIssue> Issues { get; init; }

    /// <summary>Gets a value indicating whether the rule can be asked; warnings may remain.</summary>
    [JsonIgnore]
    public bool IsValid => Issues.IsDefault || Issues.All(issue => issue.Severity == SegmentIssueSeverity.Warning);

    /// <inheritdoc/>
    public bool Equals(SegmentReport? other) => other is not null && ListEquality.Equal(Issues, other.Issues);

    /// <inheritdoc/>
    public override int GetHashCode() => ListEquality.Hash(Issues);

    /// <summary>Writes a line for each finding; <c>valid</c> where there is none.</summary>
    public override string ToString() => Issues.IsDefaultOrEmpty ? "valid" : string.Join('\n', Issues);
}
