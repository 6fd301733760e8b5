using System.Globalization;

namespace UserOps.Models;

/// <summary>Why the row at hand cannot be taken; one object, written over by each bad row.</summary>
internal sealed class RowFault
{
    internal IngestIssueCode Code { get; private set; }

    internal string Column { get; private set; } = "";

    internal string? Value { get; private set; }

    /// <summary>Writes the fault down.</summary>
    /// <returns>Always false, so that a reader can end with it.</returns>
    internal bool Refuse(IngestIssueCode code, string column, object? value)
    {
        Code = code;
        Column = column;
        Value = value switch
        {
            null => null,
            DateTime or DateTimeOffset or DateOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
        return false;
    }
}
