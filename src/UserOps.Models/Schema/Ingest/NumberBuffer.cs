namespace UserOps.Models;

/// <summary>Takes measured numbers; NaN and infinities are refused.</summary>
internal sealed class NumberBuffer(Field field) : SlotBuffer<double?, double>(field)
{
    private protected override bool TryAddPresent(double? value, string column, RowFault fault)
    {
        if (!double.IsFinite(value!.Value))
        {
            return fault.Refuse(IngestIssueCode.NotFinite, column, value);
        }

        Slots.Add(value.Value);
        return true;
    }

    private protected override void CopySlot(Column column, int row) => Slots.Add(((NumberColumn)column).Values[row]);

    private protected override Column MakeColumn(ReadOnlyMemory<int> rows, ulong[]? present) => new NumberColumn(Field, Gather(rows), present);
}
