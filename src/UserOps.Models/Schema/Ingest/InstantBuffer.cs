namespace UserOps.Models;

/// <summary>Takes instants; kept as UTC ticks.</summary>
internal sealed class InstantBuffer(Field field) : SlotBuffer<DateTimeOffset?, long>(field)
{
    private protected override bool TryAddPresent(DateTimeOffset? value, string column, RowFault fault)
    {
        Slots.Add(value!.Value.UtcTicks);
        return true;
    }

    private protected override void CopySlot(Column column, int row) => Slots.Add(((InstantColumn)column).UtcTicks[row]);

    private protected override Column MakeColumn(ReadOnlyMemory<int> rows, ulong[]? present) => new InstantColumn(Field, Gather(rows), present);
}
