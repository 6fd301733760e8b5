using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>A property of few texts, read for events: a column of theirs, or of the content they refer to.</summary>
internal sealed class EventCategory
{
    private readonly CategoryColumn _column;
    private readonly EventTable? _throughContent;

    private EventCategory(CategoryColumn column, EventTable? throughContent)
    {
        _column = column;
        _throughContent = throughContent;
    }

    /// <summary>Gets the texts, by code.</summary>
    internal ImmutableArray<string> Values => _column.Values;

    /// <summary>Finds the column of a handle.</summary>
    /// <returns>The column, or null after adding what is wrong.</returns>
    internal static EventCategory? Find(
        UserOpsDataset data, CategoryField field, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        bool isOfContent = field.Name.StartsWith(Field.ContentPrefix, StringComparison.Ordinal);
        ColumnSet columns = isOfContent ? data.Contents.Columns : data.Events.Columns;
        string name = isOfContent ? field.Name[Field.ContentPrefix.Length..] : field.Name;
        if (!columns.TryGet(name, out Column? column))
        {
            issues.Add(new("unknownField", path, $"There is no column '{field.Name}'."));
            return null;
        }

        if (column is not CategoryColumn category)
        {
            issues.Add(new("typeMismatch", path, $"Column '{field.Name}' is of kind {column.Field.Kind}, not {FieldKind.Category}."));
            return null;
        }

        return new EventCategory(category, isOfContent ? data.Events : null);
    }

    /// <summary>Gets the code of an event's value; -1 where it is missing.</summary>
    internal int CodeAt(int row)
    {
        if (_throughContent is null)
        {
            return _column.CodeAt(row);
        }

        int content = _throughContent.ContentRows.IsEmpty ? -1 : _throughContent.ContentRows[row];
        return content < 0 ? -1 : _column.CodeAt(content);
    }

    /// <summary>Gets the ordinally smaller of two values, by code; a missing one yields.</summary>
    internal int Smaller(int a, int b) => a < 0 || (b >= 0 && string.CompareOrdinal(Values[b], Values[a]) < 0) ? b : a;

    /// <summary>Gets the place of each value in ordinal order, by code.</summary>
    internal int[] OrdinalRanks()
    {
        int[] byText = [.. Enumerable.Range(0, Values.Length)];
        Array.Sort(byText, (x, y) => string.CompareOrdinal(Values[x], Values[y]));
        var ranks = new int[byText.Length];
        for (int rank = 0; rank < byText.Length; rank++)
        {
            ranks[byText[rank]] = rank;
        }

        return ranks;
    }
}
