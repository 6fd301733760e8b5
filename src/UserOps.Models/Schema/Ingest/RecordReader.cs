using System.Data;

namespace UserOps.Models;

/// <summary>Takes a value out of a column of a reader, whatever the driver makes of it: native values and texts, without regard to culture.</summary>
/// <typeparam name="T">What is made of it; null is a missing value.</typeparam>
internal abstract class RecordReader<T>(string column, int position) : RowReader<IDataRecord, T>(column)
{
    internal sealed override bool TryRead(IDataRecord row, RowFault fault, out T value)
    {
        object? met = row.GetValue(position);

        // An empty field of a file is no text: nobody wrote anything.
        return met is null or DBNull or ""
            ? TryReadMissing(fault, out value)
            : TryRead(met, fault, out value);
    }

    private protected abstract bool TryRead(object met, RowFault fault, out T value);

    private protected virtual bool TryReadMissing(RowFault fault, out T value)
    {
        value = default!;
        return true;
    }

    private protected bool WrongType(RowFault fault, object met) => fault.Refuse(IngestIssueCode.WrongType, Column, met);
}
