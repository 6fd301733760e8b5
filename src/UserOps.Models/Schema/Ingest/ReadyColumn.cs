namespace UserOps.Models;

/// <summary>A property column that a caller has ready, one value a row.</summary>
internal abstract class ReadyColumn(Field field, int count)
{
    internal Field Field { get; } = field;

    internal int Count { get; } = count;

    /// <summary>Says whether every row can be taken.</summary>
    internal abstract bool IsClean();

    /// <summary>Adds all rows at once; they are known to be clean.</summary>
    internal abstract void AddTo(ColumnBuffer buffer);

    /// <summary>Maps the column for reading row by row, where some rows are to be left out.</summary>
    internal abstract void AddTo(EventMap<int> map);
}
