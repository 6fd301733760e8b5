namespace UserOps.Models;

/// <summary>A column buffer that takes values of one type; null is a missing value.</summary>
/// <typeparam name="TValue">What a row gives: nullable, or a reference.</typeparam>
internal abstract class ColumnBuffer<TValue>(Field field) : ColumnBuffer(field)
{
    /// <summary>Adds the value of the next row, or says why it cannot be taken and adds nothing.</summary>
    internal bool TryAdd(TValue value, string column, RowFault fault)
    {
        if (value is null)
        {
            AddMissing(1);
            return true;
        }

        if (!TryAddPresent(value, column, fault))
        {
            return false;
        }

        NotePresent(1);
        return true;
    }

    private protected abstract bool TryAddPresent(TValue value, string column, RowFault fault);
}
