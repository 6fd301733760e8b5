namespace UserOps.Models;

/// <summary>Takes exact decimals, amounts and quantities; digits beyond the scale and values beyond 64 bits are refused.</summary>
internal sealed class UnitsBuffer(Field field, int scale) : SlotBuffer<decimal?, long>(field)
{
    private protected override bool TryAddPresent(decimal? value, string column, RowFault fault)
    {
        switch (DecimalUnits.TryToUnits(value!.Value, scale, out long units))
        {
            case DecimalUnits.Fault.TooManyDigits:
                return fault.Refuse(IngestIssueCode.TooManyDigits, column, value);
            case DecimalUnits.Fault.OutOfRange:
                return fault.Refuse(IngestIssueCode.OutOfRange, column, value);
            default:
                Slots.Add(units);
                return true;
        }
    }

    private protected override void CopySlot(Column column, int row)
        => Slots.Add(column is AmountColumn amount ? amount.Units[row] : ((QuantityColumn)column).Units[row]);

    private protected override Column MakeColumn(ReadOnlyMemory<int> rows, ulong[]? present) => Field is AmountField amount
        ? new AmountColumn(amount, Gather(rows), present)
        : new QuantityColumn((QuantityField)Field, Gather(rows), present);
}
