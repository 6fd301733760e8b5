namespace UserOps.Models;

/// <summary>Takes few texts; kept as codes in the order of first sight.</summary>
internal sealed class CategoryBuffer(Field field) : SlotBuffer<string?, int>(field)
{
    internal TextList Texts { get; } = new();

    internal override ColumnMark Mark() => new(Count, Texts.Count);

    private protected override bool TryAddPresent(string? value, string column, RowFault fault)
    {
        Slots.Add(Texts.CodeOf(value!));
        return true;
    }

    private protected override void AddTexts(Column column)
    {
        foreach (string text in ((CategoryColumn)column).Values)
        {
            Texts.CodeOf(text);
        }
    }

    private protected override void TruncateSlots(ColumnMark mark)
    {
        base.TruncateSlots(mark);
        Texts.Truncate(mark.Texts);
    }

    private protected override void CopySlot(ColumnBuffer other, int row)
    {
        var from = (CategoryBuffer)other;
        Slots.Add(Texts.CodeOf(from.Texts[from.Slots.Span[row]]));
    }

    private protected override void CopySlot(Column column, int row) => Slots.Add(Texts.CodeOf(((CategoryColumn)column)[row]!));

    private protected override Column MakeColumn(ReadOnlyMemory<int> rows, ulong[]? present)
        => new CategoryColumn(Field, CategoryCodes.Narrowest(Gather(rows), Texts.Count), Texts.ToImmutable(), present);
}
