namespace UserOps.Models;

/// <summary>Carries one property of one type of value.</summary>
internal sealed class PropertyWriter<TRow, TValue>(Field field, RowReader<TRow, TValue> reader) : PropertyWriter<TRow>(field)
{
    private ColumnBuffer<TValue>? _buffer;
    private ColumnMark _beforeRow;

    internal override void AddHeld(EventMap<int> map, List<IRowHolder<TRow>> holders)
    {
        var held = new HeldValues<TRow, TValue>(reader);
        holders.Add(held);
        map.Add(Field, held);
    }

    internal override void Open(ColumnBuffer buffer)
    {
        _buffer = (ColumnBuffer<TValue>)buffer;
        _beforeRow = buffer.Mark();
    }

    internal override bool TryAdd(TRow row, RowFault fault)
    {
        _beforeRow = _buffer!.Mark();
        return reader.TryRead(row, fault, out TValue value) && _buffer.TryAdd(value, reader.Column, fault);
    }

    internal override void DropRow() => _buffer!.Truncate(_beforeRow);
}
