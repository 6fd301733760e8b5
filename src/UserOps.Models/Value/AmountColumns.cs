using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>Columns of money of events, wherever a definition names one: of the event table, or as <c>content.x</c> of what the events are about.</summary>
internal static class AmountColumns
{
    /// <summary>Finds a column that is absent, of another kind, currency or scale.</summary>
    internal static void Check(AmountField field, UserOpsDataset data, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        Field? found = EventRows.FieldOf(data, field.Name);
        AmountField asked = IsOfContents(field) ? new(field.Name[Field.ContentPrefix.Length..], field.Currency, field.Scale) : field;
        if (found is null)
        {
            issues.Add(new("unknownField", path, $"There is no column '{field.Name}'."));
        }
        else if (found != asked)
        {
            issues.Add(new("typeMismatch", path, $"Column '{field.Name}' is {FieldConflicts.Describe(found)}, not {FieldConflicts.Describe(field)}."));
        }
    }

    /// <summary>Gets a column that passed <see cref="Check"/>, one value an event; missing where the event is about nothing.</summary>
    internal static AmountColumn Of(AmountField field, UserOpsDataset data)
    {
        if (!IsOfContents(field))
        {
            return data.Events.Columns.Get(field);
        }

        data.Contents.Columns.TryGet(field.Name[Field.ContentPrefix.Length..], out Column? column);
        ImmutableArray<int> rows = data.Events.ContentRows.IsEmpty ? [.. Enumerable.Repeat(-1, data.Events.Count)] : [.. data.Events.ContentRows];
        return (AmountColumn)GatheredColumn.Of(column!, rows.AsSpan());
    }

    private static bool IsOfContents(AmountField field) => field.Name.StartsWith(Field.ContentPrefix, StringComparison.Ordinal);
}
