namespace UserOps.Models;

/// <summary>Takes a value out of a row by the caller's lambda.</summary>
internal sealed class LambdaReader<TRow, T>(string column, Func<TRow, T> read) : RowReader<TRow, T>(column)
{
    internal override bool TryRead(TRow row, RowFault fault, out T value)
    {
        value = read(row);
        return true;
    }
}
