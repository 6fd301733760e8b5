using System.Globalization;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>One row of an issue.</summary>
/// <param name="Row">Position among all rows read for the table, over every call, in order of reading; 0 is the first.</param>
/// <param name="Column">The column at fault: its name in the source where the source has names, else the field's, or <c>user</c>, <c>instant</c>, <c>name</c>, <c>eventId</c>, <c>content</c>.</param>
/// <param name="Value">The value met, as invariant text; null where there was none.</param>
[method: JsonConstructor] // as in IngestCounts: a struct would else be read with members missing
public readonly record struct IngestRow(long Row, string Column, string? Value = null)
{
    /// <summary>Gives the row as text, without regard to culture: <c>row 4, column 'amount', value '1.005'</c>.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"row {Row}, column '{Column}', value {(Value is null ? "null" : $"'{Value}'")}");
}
