namespace UserOps.Models;

/// <summary>Takes true and false.</summary>
internal sealed class FlagBuffer(Field field) : SlotBuffer<bool?, bool>(field)
{
    private protected override bool TryAddPresent(bool? value, string column, RowFault fault)
    {
        Slots.Add(value!.Value);
        return true;
    }

    private protected override void CopySlot(Column column, int row) => Slots.Add(((FlagColumn)column)[row]!.Value);

    private protected override Column MakeColumn(ReadOnlyMemory<int> rows, ulong[]? present)
    {
        var bits = new ulong[BitKernels.WordsFor(rows.Length)];
        ReadOnlySpan<bool> slots = Slots.Span;
        ReadOnlySpan<int> from = rows.Span;
        for (int i = 0; i < from.Length; i++)
        {
            if (from[i] >= 0 && slots[from[i]])
            {
                bits[i >> 6] |= 1UL << (i & 63);
            }
        }

        return new FlagColumn(Field, rows.Length, bits, present);
    }
}
