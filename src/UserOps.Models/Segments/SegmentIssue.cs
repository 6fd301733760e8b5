using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>One finding about a rule.</summary>
/// <remarks>
/// Codes of errors: <c>unknownField</c>, <c>unknownEvent</c>, <c>unknownSegment</c>, <c>unknownOperator</c>, <c>typeMismatch</c>,
/// <c>unitMismatch</c> (a currency), <c>emptyRange</c>, <c>emptySequence</c>, <c>outOfRange</c>, <c>circularReference</c>,
/// <c>missingMember</c>, <c>unknownMember</c>, <c>repeatedMember</c>, <c>tooDeep</c>, <c>tooLarge</c>, <c>invalidJson</c>. Of warnings:
/// <c>alwaysTrue</c> (true of everyone), <c>alwaysFalse</c> (true of nobody), <c>emptyList</c>, <c>unitMismatch</c> (a unit in words).
/// </remarks>
public sealed record SegmentIssue
{
    /// <summary>Gets the stable name of what was found.</summary>
    public required string Code { get; init; }

    /// <summary>Gets whether the rule can be asked all the same.</summary>
    public required SegmentIssueSeverity Severity { get; init; }

    /// <summary>Gets the place in the rule, an RFC 6901 pointer; empty for the whole.</summary>
    public required string Path { get; init; }

    /// <summary>Gets one sentence with the value met and what is allowed.</summary>
    public required string Message { get; init; }

    /// <summary>Gets the names along a circle of segments, the first one again at the end; empty for every other finding.</summary>
    public ImmutableArray<string> Cycle
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <inheritdoc/>
    public bool Equals(SegmentIssue? other) => other is not null
        && Code == other.Code
        && Severity == other.Severity
        && Path == other.Path
        && Message == other.Message
        && ListEquality.Equal(Cycle, other.Cycle);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Severity, Path, Message, ListEquality.Hash(Cycle));

    /// <summary>Writes the finding as one line: <c>Error unknownField at /args/0/field: There is no field 'aeg' here.</c></summary>
    public override string ToString() => $"{Severity} {Code} at {(Path.Length == 0 ? "(whole)" : Path)}: {Message}";
}
