using System.Globalization;

namespace UserOps.Models;

/// <summary>A row cannot be taken, and <see cref="OnBadRow.Throw"/> was asked for; nothing of the call that met it was kept.</summary>
public sealed class BadRowException : Exception
{
    internal BadRowException(IngestTable table, IngestIssueCode code, IngestRow row)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"Row {row.Row} of {table}, column '{row.Column}', value {(row.Value is null ? "null" : $"'{row.Value}'")}: {IngestMessages.Of(code)}"))
    {
        Table = table;
        Code = code;
        Row = row;
    }

    /// <summary>Gets the table of the row.</summary>
    public IngestTable Table { get; }

    /// <summary>Gets what was the matter.</summary>
    public IngestIssueCode Code { get; }

    /// <summary>Gets the row: its position, the column and the value met.</summary>
    public IngestRow Row { get; }
}
