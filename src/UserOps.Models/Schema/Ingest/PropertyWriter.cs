namespace UserOps.Models;

/// <summary>Carries one property from rows into its column.</summary>
internal abstract class PropertyWriter<TRow>(Field field)
{
    internal Field Field { get; } = field;

    /// <summary>Maps the property of a block of rows that are held.</summary>
    internal abstract void AddHeld(EventMap<int> map, List<IRowHolder<TRow>> holders);

    /// <summary>Binds the writer to the column it fills.</summary>
    internal abstract void Open(ColumnBuffer buffer);

    internal abstract bool TryAdd(TRow row, RowFault fault);

    /// <summary>Takes the value of the row at hand back, if it was added.</summary>
    internal abstract void DropRow();
}
