namespace UserOps.Models;

/// <summary>The contents events refer to: one row per content id, typed attribute columns; immutable.</summary>
/// <remarks>On an event the attributes are read by the names <c>content.x</c>. An id that no row has leaves them missing; the event is kept.</remarks>
public sealed class ContentTable
{
    internal ContentTable(KeyTable<TextKey> ids, ColumnSet columns)
    {
        Ids = ids;
        Columns = columns;
    }

    /// <summary>Gets the number of contents.</summary>
    public int Count => Ids.Count;

    /// <summary>Gets the attribute columns, one row per content.</summary>
    public ColumnSet Columns { get; }

    internal KeyTable<TextKey> Ids { get; }

    /// <summary>Finds the row of a content.</summary>
    /// <param name="contentId">Ordinal.</param>
    /// <param name="row">0 to <see cref="Count"/> - 1; -1 when there is none.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetRow(string contentId, out int row)
    {
        ArgumentNullException.ThrowIfNull(contentId);
        return Ids.TryGet(contentId, out row);
    }

    /// <summary>Gets the id of a row.</summary>
    /// <param name="row">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public string IdOf(int row) => Ids.Keys[row].Value;
}
