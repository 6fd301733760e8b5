using System.Globalization;

namespace UserOps.Models;

/// <summary>Reads measured numbers.</summary>
internal sealed class RecordDoubleReader(string column, int position) : RecordReader<double?>(column, position)
{
    private protected override bool TryRead(object met, RowFault fault, out double? value)
    {
        value = met switch
        {
            double number => number,
            string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed) ? parsed : null,
            float or decimal or long or int or short or sbyte or byte or ushort or uint or ulong => Convert.ToDouble(met, CultureInfo.InvariantCulture),
            _ => null,
        };
        return value is not null || WrongType(fault, met);
    }
}

/// <summary>Reads exact decimals. A binary fraction is taken as the shortest decimal that stands for it, the one a person would have written.</summary>
internal sealed class RecordDecimalReader(string column, int position) : RecordReader<decimal?>(column, position)
{
    private protected override bool TryRead(object met, RowFault fault, out decimal? value)
    {
        value = null;
        switch (met)
        {
            case decimal number:
                value = number;
                return true;
            case string text:
                return TryParse(text, met, fault, out value);
            case double or float:
                double binary = Convert.ToDouble(met, CultureInfo.InvariantCulture);
                return double.IsFinite(binary)
                    ? TryParse(((IFormattable)met).ToString("R", CultureInfo.InvariantCulture), met, fault, out value)
                    : fault.Refuse(IngestIssueCode.NotFinite, Column, met);
            case long or int or short or sbyte or byte or ushort or uint or ulong:
                value = Convert.ToDecimal(met, CultureInfo.InvariantCulture);
                return true;
            default:
                return WrongType(fault, met);
        }
    }

    private bool TryParse(string text, object met, RowFault fault, out decimal? value)
    {
        value = null;
        if (ExactDecimal.TryParse(text, out decimal parsed))
        {
            value = parsed;
            return true;
        }

        // What a decimal holds only rounded has more digits than any column keeps.
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            return fault.Refuse(IngestIssueCode.TooManyDigits, Column, met);
        }

        // A number all the same, only too large for a decimal, or none at all.
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double binary)
            ? fault.Refuse(double.IsFinite(binary) ? IngestIssueCode.OutOfRange : IngestIssueCode.NotFinite, Column, met)
            : WrongType(fault, met);
    }
}

/// <summary>Reads true and false, also as 1 and 0.</summary>
internal sealed class RecordFlagReader(string column, int position) : RecordReader<bool?>(column, position)
{
    private protected override bool TryRead(object met, RowFault fault, out bool? value)
    {
        value = met switch
        {
            bool flag => flag,
            string text => text switch
            {
                "1" => true,
                "0" => false,
                _ => bool.TryParse(text, out bool parsed) ? parsed : null,
            },
            long or int or short or sbyte or byte or ushort or uint => Convert.ToInt64(met, CultureInfo.InvariantCulture) switch
            {
                1 => true,
                0 => false,
                _ => null,
            },
            _ => null,
        };
        return value is not null || WrongType(fault, met);
    }
}

/// <summary>Reads calendar dates; a date and time only where the time is midnight.</summary>
internal sealed class RecordDateReader(string column, int position) : RecordReader<DateOnly?>(column, position)
{
    private protected override bool TryRead(object met, RowFault fault, out DateOnly? value)
    {
        value = met switch
        {
            DateOnly date => date,
            DateTime time when time.TimeOfDay == TimeSpan.Zero => DateOnly.FromDateTime(time),
            string text when InstantText.TryParse(text, out long localTicks, out long? offset)
                && offset is null && localTicks % TimeSpan.TicksPerDay == 0 => DateOnly.FromDateTime(new DateTime(localTicks)),
            _ => null,
        };
        return value is not null || WrongType(fault, met);
    }
}

/// <summary>Reads sets of texts written with a separator between them; white space around a text is not part of it.</summary>
internal sealed class RecordSetReader(string column, int position, char separator) : RecordReader<IEnumerable<string>?>(column, position)
{
    private protected override bool TryRead(object met, RowFault fault, out IEnumerable<string>? value)
    {
        value = (met as string)?.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return value is not null || WrongType(fault, met);
    }
}
