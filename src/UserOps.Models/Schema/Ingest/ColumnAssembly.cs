using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Puts the columns of an earlier table and of pending rows end to end.</summary>
internal static class ColumnAssembly
{
    /// <summary>Makes buffers whose first rows are those of the earlier table, in its order, followed by the pending ones.</summary>
    /// <exception cref="ArgumentException">A name has two kinds, currencies or scales.</exception>
    internal static IReadOnlyList<ColumnBuffer> Join(ColumnSet? earlier, int earlierRows, IReadOnlyList<ColumnBuffer> pending, int pendingRows)
    {
        if (earlierRows == 0 && (earlier is null || earlier.Count == 0))
        {
            return pending;
        }

        var joined = new List<ColumnBuffer>();
        foreach (Column column in earlier ?? new ColumnSet([]))
        {
            ColumnBuffer buffer = ColumnBuffer.For(column.Field);
            buffer.AddFrom(column);
            joined.Add(buffer);
        }

        foreach (ColumnBuffer more in pending)
        {
            ColumnBuffer? buffer = joined.Find(known => known.Field.Name == more.Field.Name);
            if (buffer is null)
            {
                buffer = ColumnBuffer.For(more.Field);
                buffer.AddMissing(earlierRows);
                joined.Add(buffer);
            }

            FieldConflicts.Refuse(buffer.Field, more.Field);
            for (int row = 0; row < pendingRows; row++)
            {
                buffer.AddFrom(more, row);
            }
        }

        foreach (ColumnBuffer buffer in joined.Where(buffer => buffer.Count < earlierRows + pendingRows))
        {
            buffer.AddMissing(earlierRows + pendingRows - buffer.Count);
        }

        return joined;
    }

    /// <summary>Makes the columns: slot i of each takes row <paramref name="rows"/>[i], or none for -1.</summary>
    internal static ColumnSet ToColumns(IReadOnlyList<ColumnBuffer> buffers, ReadOnlyMemory<int> rows)
        => new(buffers.Select(buffer => buffer.ToColumn(rows)).ToImmutableArray());
}
