namespace UserOps.Models;

/// <summary>All properties of a map, row by row: a row gives every column its value, or none.</summary>
internal sealed class PropertyWriters<TRow>
{
    private readonly PropertyWriter<TRow>[] _writers;

    internal PropertyWriters(PendingTable table, IReadOnlyList<PropertyWriter<TRow>> writers)
    {
        _writers = [.. writers];
        foreach (PropertyWriter<TRow> writer in _writers)
        {
            writer.Open(table.Open(writer.Field));
        }
    }

    internal bool TryAdd(TRow row, RowFault fault)
    {
        for (int i = 0; i < _writers.Length; i++)
        {
            if (!_writers[i].TryAdd(row, fault))
            {
                DropRow(i + 1);
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes back a row that turned out to be a duplicate.</summary>
    internal void DropRow() => DropRow(_writers.Length);

    private void DropRow(int written)
    {
        for (int i = 0; i < written; i++)
        {
            _writers[i].DropRow();
        }
    }
}
