namespace UserOps.Models;

/// <summary>Builds the content table: the first row of each content counts.</summary>
internal static class ContentTableAssembly
{
    /// <param name="earlier">The table before, or null.</param>
    /// <param name="contents">The pending rows; no id twice.</param>
    /// <param name="repeats">Takes the pending rows whose content the earlier table holds, ascending.</param>
    internal static ContentTable Build(ContentTable? earlier, PendingContents contents, List<int> repeats)
    {
        int earlierRows = earlier?.Count ?? 0;
        KeyTable<TextKey> ids = earlier?.Ids.Copy() ?? new KeyTable<TextKey>(contents.Count);
        List<int> rows = [.. Enumerable.Range(0, earlierRows)];
        for (int row = 0; row < contents.Count; row++)
        {
            ids.GetOrAdd(contents.Ids.Keys[row], out bool isNew);
            if (isNew)
            {
                rows.Add(earlierRows + row);
            }
            else
            {
                repeats.Add(row);
            }
        }

        IReadOnlyList<ColumnBuffer> buffers = ColumnAssembly.Join(earlier?.Columns, earlierRows, contents.Columns, contents.Count);
        return new ContentTable(ids, ColumnAssembly.ToColumns(buffers, rows.ToArray()));
    }
}
