namespace UserOps.Models;

/// <summary>Makes UTC ticks of what a column of times holds; what names no offset is read on the clocks of the zone, if one is given.</summary>
internal sealed class RecordInstants(string column, TimeZoneInfo? zone)
{
    private readonly LocalTimeCursor? _clock = zone is null ? null : new LocalTimeCursor(zone);

    internal bool TryRead(object met, RowFault fault, out long utcTicks)
    {
        switch (met)
        {
            case DateTimeOffset instant:
                utcTicks = instant.UtcTicks;
                return true;
            case DateTime { Kind: DateTimeKind.Utc } instant:
                utcTicks = instant.Ticks;
                return true;
            case DateTime { Kind: DateTimeKind.Unspecified } local:
                return TryReadLocal(local.Ticks, met, fault, out utcTicks);
            case DateOnly date:
                return TryReadLocal(date.DayNumber * TimeSpan.TicksPerDay, met, fault, out utcTicks);
            case string text when InstantText.TryParse(text, out long localTicks, out long? offset):
                if (offset is null)
                {
                    return TryReadLocal(localTicks, met, fault, out utcTicks);
                }

                utcTicks = localTicks - offset.Value;
                return utcTicks is >= 0 and < OffsetTimeline.EndOfTime || fault.Refuse(IngestIssueCode.WrongType, column, met);
            default:
                utcTicks = 0;
                return fault.Refuse(met is DateTime ? IngestIssueCode.UnclearInstant : IngestIssueCode.WrongType, column, met);
        }
    }

    private bool TryReadLocal(long localTicks, object met, RowFault fault, out long utcTicks)
    {
        if (_clock is null)
        {
            utcTicks = 0;
            return fault.Refuse(IngestIssueCode.UnclearInstant, column, met);
        }

        utcTicks = _clock.ToUtcTicks(new DateTime(localTicks));
        return true;
    }
}

/// <summary>Reads the instant of an event; it must have one.</summary>
internal sealed class RecordInstantReader(string column, int position, TimeZoneInfo? zone) : RecordReader<long>(column, position)
{
    private readonly RecordInstants _instants = new(column, zone);

    private protected override bool TryRead(object met, RowFault fault, out long value) => _instants.TryRead(met, fault, out value);

    private protected override bool TryReadMissing(RowFault fault, out long value)
    {
        value = 0;
        return fault.Refuse(IngestIssueCode.MissingInstant, Column, null);
    }
}

/// <summary>Reads a property that is an instant.</summary>
internal sealed class RecordOptionalInstantReader(string column, int position, TimeZoneInfo? zone)
    : RecordReader<DateTimeOffset?>(column, position)
{
    private readonly RecordInstants _instants = new(column, zone);

    private protected override bool TryRead(object met, RowFault fault, out DateTimeOffset? value)
    {
        bool read = _instants.TryRead(met, fault, out long utcTicks);
        value = read ? new DateTimeOffset(utcTicks, TimeSpan.Zero) : null;
        return read;
    }
}
