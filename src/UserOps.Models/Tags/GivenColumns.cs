namespace UserOps.Models.Tags;

/// <summary>Checks the columns a caller gives for tags that are not computed here.</summary>
internal static class GivenColumns
{
    /// <returns>The columns by the id of their tag.</returns>
    internal static Dictionary<string, TagColumn> Of(IEnumerable<TagColumn> given, TagCatalog catalog, UserOpsDataset data)
    {
        var columns = new Dictionary<string, TagColumn>(StringComparer.Ordinal);
        foreach (TagColumn column in given)
        {
            string? fault = column is null ? "is null" : FaultOf(column, catalog, data) ?? (columns.TryAdd(column.Tag, column) ? null : "is given twice");
            if (fault is not null)
            {
                throw new ArgumentException($"The column of the tag '{column?.Tag}' {fault}.", nameof(given));
            }
        }

        return columns;
    }

    private static string? FaultOf(TagColumn column, TagCatalog catalog, UserOpsDataset data)
        => catalog.Find(column.Tag) is not { Status: TagStatus.Active } tag ? "is of no active tag of the catalog"
        : tag.Kind is not (TagKind.Mined or TagKind.Imported) ? $"is given, but the tag is computed: it is of kind {tag.Kind}"
        : !column.Directory.IsSameOrEarlierStateOf(data.Directory) ? "is of users of another dataset"
        : TagFields.TypeOf(column.Values.Field.Kind) != tag.ValueType ? $"holds values of kind {column.Values.Field.Kind}, where the tag has the type {tag.ValueType}"
        : null;
}
