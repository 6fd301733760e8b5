using System.Globalization;

namespace UserOps.Models;

/// <summary>Carries event ids from rows into the set of ids seen; an id counts only when the rest of the row can be taken.</summary>
internal sealed class EventIdClaim<TRow>(IdReader<TRow> reader, EventIdSet seen)
{
    private string? _text;
    private long _number;
    private Guid _unique;

    internal string Column => reader.Texts?.Column ?? reader.Numbers?.Column ?? reader.Uniques!.Column;

    /// <summary>Gets the id that is held, as text.</summary>
    internal string? Held => reader.Kind switch
    {
        UserIdKind.Text => _text,
        UserIdKind.Number => _number.ToString(CultureInfo.InvariantCulture),
        _ => _unique.ToString(),
    };

    internal bool TryRead(TRow row, RowFault fault) => reader.Kind switch
    {
        UserIdKind.Text => reader.Texts!.TryRead(row, fault, out _text),
        UserIdKind.Number => reader.Numbers!.TryRead(row, fault, out _number),
        _ => reader.Uniques!.TryRead(row, fault, out _unique),
    };

    /// <summary>Notes the id that is held for a row.</summary>
    /// <returns>False when it was seen before; a row without an id repeats none.</returns>
    internal bool TryClaim(int row) => reader.Kind switch
    {
        UserIdKind.Text => string.IsNullOrEmpty(_text) || seen.TryClaim(_text, row),
        UserIdKind.Number => seen.TryClaim(_number, row),
        _ => seen.TryClaim(_unique, row),
    };
}
