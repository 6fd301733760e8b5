namespace UserOps.Models;

/// <summary>Reads an instant that names its offset; gives UTC ticks.</summary>
internal sealed class OffsetInstantReader<TRow>(string column, Func<TRow, DateTimeOffset> read) : RowReader<TRow, long>(column)
{
    internal override bool TryRead(TRow row, RowFault fault, out long value)
    {
        value = read(row).UtcTicks;
        return true;
    }
}

/// <summary>Reads a date and time that must say of itself that it is UTC.</summary>
internal sealed class UtcInstantReader<TRow>(string column, Func<TRow, DateTime> read) : RowReader<TRow, long>(column)
{
    internal override bool TryRead(TRow row, RowFault fault, out long value)
    {
        DateTime instant = read(row);
        value = instant.Ticks;
        return instant.Kind == DateTimeKind.Utc || fault.Refuse(IngestIssueCode.UnclearInstant, Column, instant);
    }
}

/// <summary>Reads a date and time on the clocks of a zone; one that says it is UTC is taken at its word.</summary>
internal sealed class LocalInstantReader<TRow>(string column, Func<TRow, DateTime> read, TimeZoneInfo zone) : RowReader<TRow, long>(column)
{
    private readonly LocalTimeCursor _clock = new(zone);

    internal override bool TryRead(TRow row, RowFault fault, out long value)
    {
        DateTime local = read(row);
        switch (local.Kind)
        {
            case DateTimeKind.Utc:
                value = local.Ticks;
                return true;
            case DateTimeKind.Local:
                // It means the zone of whatever machine made it.
                value = 0;
                return fault.Refuse(IngestIssueCode.UnclearInstant, Column, local);
            default:
                value = _clock.ToUtcTicks(local);
                return true;
        }
    }
}
