namespace UserOps.Models;

/// <summary>Reads instants from a column of UTC ticks.</summary>
internal sealed class TicksReader(ReadOnlyMemory<long> utcTicks) : RowReader<int, long>(MapColumns.Instant)
{
    internal override bool TryRead(int row, RowFault fault, out long value)
    {
        value = utcTicks.Span[row];
        return (value >= 0 && value <= DateTimeOffset.MaxValue.UtcTicks) || fault.Refuse(IngestIssueCode.WrongType, Column, value);
    }
}
