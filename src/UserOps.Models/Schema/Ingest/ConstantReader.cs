namespace UserOps.Models;

/// <summary>Gives every row one value.</summary>
internal sealed class ConstantReader<TRow, T>(string column, T constant) : RowReader<TRow, T>(column)
{
    internal override bool TryRead(TRow row, RowFault fault, out T value)
    {
        value = constant;
        return true;
    }
}
