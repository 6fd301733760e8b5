using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>One way in which a table deviates from its schema.</summary>
/// <remarks>
/// Codes: <c>absentColumn</c>, <c>otherKind</c>, <c>otherCurrency</c>, <c>otherScale</c>, <c>valueNotAllowed</c>,
/// <c>missingRequired</c>, <c>unknownEvent</c> (errors); <c>undeclaredColumn</c>, <c>undeclaredProperty</c>, <c>eventNeverSeen</c>,
/// <c>userWithoutRow</c> (notices).
/// </remarks>
public sealed record SchemaIssue
{
    /// <summary>Gets the stable name of what was found.</summary>
    public required string Code { get; init; }

    /// <summary>Gets whether it breaks the schema.</summary>
    public required SchemaIssueSeverity Severity { get; init; }

    /// <summary>Gets the place in the schema that is not met, an RFC 6901 pointer; empty where the schema says nothing about it.</summary>
    public required string Path { get; init; }

    /// <summary>Gets one sentence with the value met and what was promised.</summary>
    public required string Message { get; init; }

    /// <summary>Gets how many rows deviate, exactly; 0 for an issue of the whole column or table.</summary>
    public long Count { get; init; }

    /// <summary>Gets the first rows that deviate, in the order of the table; 20 at most.</summary>
    public ImmutableArray<SchemaRow> FirstRows
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the values that deviate, most rows first, then ordinal; 20 at most.</summary>
    public ImmutableArray<SchemaValueCount> Values
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets how many distinct values deviate, exactly; those beyond <see cref="Values"/> included.</summary>
    public int DistinctValues { get; init; }

    /// <inheritdoc/>
    public bool Equals(SchemaIssue? other) => other is not null
        && Code == other.Code
        && Severity == other.Severity
        && Path == other.Path
        && Message == other.Message
        && Count == other.Count
        && ListEquality.Equal(FirstRows, other.FirstRows)
        && ListEquality.Equal(Values, other.Values)
        && DistinctValues == other.DistinctValues;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Severity, Path, Message, Count, ListEquality.Hash(FirstRows));
}
