namespace UserOps.Models;

/// <summary>Takes calendar dates; kept as day numbers.</summary>
internal sealed class DateBuffer(Field field) : SlotBuffer<DateOnly?, int>(field)
{
    private protected override bool TryAddPresent(DateOnly? value, string column, RowFault fault)
    {
        Slots.Add(value!.Value.DayNumber);
        return true;
    }

    private protected override void CopySlot(Column column, int row) => Slots.Add(((DateColumn)column).DayNumbers[row]);

    private protected override Column MakeColumn(ReadOnlyMemory<int> rows, ulong[]? present) => new DateColumn(Field, Gather(rows), present);
}
