using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models;

/// <summary>One kind of trouble in one table: how often, and the first rows.</summary>
public sealed record IngestIssue
{
    /// <summary>Gets the table of the rows.</summary>
    public required IngestTable Table { get; init; }

    /// <summary>Gets what was the matter.</summary>
    public required IngestIssueCode Code { get; init; }

    /// <summary>Gets what became of the rows.</summary>
    public required IngestEffect Effect { get; init; }

    /// <summary>Gets how many rows; a row with several faults counts once, under the first.</summary>
    public required long Count { get; init; }

    /// <summary>Gets one sentence that says what was the matter and what became of the rows.</summary>
    public required string Message { get; init; }

    /// <summary>Gets the first rows, in order of reading; at most <see cref="IngestOptions.ListedRowsPerIssue"/>.</summary>
    public ImmutableArray<IngestRow> Rows { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(IngestIssue? other) => other is not null && Table == other.Table && Code == other.Code && Effect == other.Effect
        && Count == other.Count && Message == other.Message && ListEquality.Equal(Rows, other.Rows);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Table, Code, Effect, Count, Message, ListEquality.Hash(Rows));

    /// <summary>Gives the issue as text, without regard to culture: table, code, count, first row with the value as it was met, message.</summary>
    public override string ToString()
    {
        string first = Rows.IsDefaultOrEmpty ? "" : string.Create(CultureInfo.InvariantCulture, $", first {Rows[0]}");
        return string.Create(CultureInfo.InvariantCulture, $"{Table} {Code} x{Count}{first}: {Message}");
    }
}
