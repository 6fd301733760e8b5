using System.Globalization;

namespace UserOps.Models;

/// <summary>Reads ids that are 64-bit numbers.</summary>
internal sealed class RecordNumberIdReader(string column, int position) : RecordReader<long>(column, position)
{
    private protected override bool TryRead(object met, RowFault fault, out long value)
    {
        switch (met)
        {
            case long number:
                value = number;
                return true;
            case int or short or sbyte or byte or ushort or uint:
                value = Convert.ToInt64(met, CultureInfo.InvariantCulture);
                return true;
            case string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value):
                return true;
            case decimal number when number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue:
                value = (long)number;
                return true;
            default:
                value = 0;
                return WrongType(fault, met);
        }
    }

    private protected override bool TryReadMissing(RowFault fault, out long value)
    {
        value = 0;
        return fault.Refuse(IngestIssueCode.EmptyUserId, Column, null);
    }
}

/// <summary>Reads ids that are GUIDs.</summary>
internal sealed class RecordUniqueIdReader(string column, int position) : RecordReader<Guid>(column, position)
{
    private protected override bool TryRead(object met, RowFault fault, out Guid value)
    {
        if (met is Guid unique)
        {
            value = unique;
            return true;
        }

        value = default;
        return (met is string text && Guid.TryParse(text, CultureInfo.InvariantCulture, out value)) || WrongType(fault, met);
    }

    private protected override bool TryReadMissing(RowFault fault, out Guid value)
    {
        value = default;
        return fault.Refuse(IngestIssueCode.EmptyUserId, Column, null);
    }
}
