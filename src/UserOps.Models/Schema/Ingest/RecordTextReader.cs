using System.Globalization;

namespace UserOps.Models;

/// <summary>Reads texts; numbers, GUIDs and times become their invariant text, bytes nothing.</summary>
internal sealed class RecordTextReader(string column, int position) : RecordReader<string?>(column, position)
{
    private protected override bool TryRead(object met, RowFault fault, out string? value)
    {
        value = met switch
        {
            string text => text,
            bool flag => flag ? "true" : "false",
            DateTime or DateTimeOffset or DateOnly => ((IFormattable)met).ToString("O", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };
        return value is not null || WrongType(fault, met);
    }
}
