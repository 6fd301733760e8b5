using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Collects how one table deviates from its schema.</summary>
/// <param name="columns">The columns of the table.</param>
/// <param name="idOfRow">Whose row it is, as text.</param>
internal sealed class SchemaFindings(ColumnSet columns, Func<int, string> idOfRow)
{
    private readonly ImmutableArray<SchemaIssue>.Builder _issues = ImmutableArray.CreateBuilder<SchemaIssue>();

    internal SchemaReport ToReport(string schemaId, int schemaVersion, long rowsChecked)
        => new() { SchemaId = schemaId, SchemaVersion = schemaVersion, RowsChecked = rowsChecked, Issues = _issues.DrainToImmutable() };

    internal void Error(string code, string path, string message, RowTally rows = default)
        => Add(code, SchemaIssueSeverity.Error, path, message, rows);

    internal void Notice(string code, string path, string message, RowTally rows = default)
        => Add(code, SchemaIssueSeverity.Notice, path, message, rows);

    /// <summary>Compares every field with its column, and reports the columns that no field declares.</summary>
    /// <param name="fields">The fields of the table.</param>
    /// <param name="rowsAre">What the rows are called in messages, in the plural.</param>
    /// <param name="isRow">Says whether a slot of the columns stands for a row; one that does not cannot miss a value.</param>
    internal void CompareFields(ImmutableArray<FieldDefinition> fields, string rowsAre, Func<int, bool> isRow)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            string path = $"/fields/{i}";
            if (ColumnOf(fields[i], path) is { } column)
            {
                CompareValues(fields[i], column, path);
                if (fields[i].Required)
                {
                    CompareMissing(column, path, rowsAre, isRow);
                }
            }
        }

        CompareNames(fields);
    }

    /// <summary>Finds the column of a field; null, with an issue, where it is absent or of another kind.</summary>
    internal Column? ColumnOf(FieldDefinition field, string path)
    {
        if (!columns.TryGet(field.Name, out Column? column))
        {
            Error("absentColumn", path, $"There is no column '{field.Name}'.");
            return null;
        }

        if (column.Field.Kind != field.Kind)
        {
            Error("otherKind", path + "/kind", $"Column '{field.Name}' is of kind {column.Field.Kind}; the schema says {field.Kind}.");
            return null;
        }

        CompareUnits(column.Field, field.ToField(), path);
        return column;
    }

    /// <summary>Reports the values of a category or a set that the schema does not allow.</summary>
    internal void CompareValues(FieldDefinition field, Column column, string path)
    {
        if (field.AllowedValues.IsEmpty)
        {
            return;
        }

        ImmutableArray<string> values = column is CategoryColumn category ? category.Values : ((SetColumn)column).Values;
        bool[] isAllowed = [.. values.Select(value => field.AllowedValues.Contains(value, StringComparer.Ordinal))];
        if (Array.TrueForAll(isAllowed, allowed => allowed))
        {
            return;
        }

        var counts = new long[values.Length];
        RowTally rows = column is CategoryColumn texts ? NotAllowed(texts, isAllowed, counts) : NotAllowed((SetColumn)column, isAllowed, counts);
        if (rows.Count > 0)
        {
            string holds = rows.Count == 1 ? "1 row holds" : $"{rows.Count} rows hold";
            AddWithValues("valueNotAllowed", path + "/allowedValues", $"Column '{field.Name}': {holds} values that are not allowed", values, counts, rows);
        }
    }

    /// <summary>Reports values with their counts, most rows first.</summary>
    internal void AddWithValues(string code, string path, string sentence, IReadOnlyList<string> values, ReadOnlySpan<long> counts, RowTally rows)
    {
        var met = new List<SchemaValueCount>();
        for (int i = 0; i < values.Count; i++)
        {
            if (counts[i] > 0)
            {
                met.Add(new(values[i], counts[i]));
            }
        }

        met.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Value, b.Value));
        ImmutableArray<SchemaValueCount> listed = [.. met.Take(SchemaDefaults.ListedRowsPerIssue)];
        string more = met.Count > listed.Length ? $" and {met.Count - listed.Length} more" : "";
        _issues.Add(new()
        {
            Code = code,
            Severity = SchemaIssueSeverity.Error,
            Path = path,
            Message = $"{sentence}: {string.Join(", ", listed.Select(value => $"'{value.Value}' ({value.Count})"))}{more}.",
            Count = rows.Count,
            FirstRows = RowsOf(rows),
            Values = listed,
            DistinctValues = met.Count,
        });
    }

    /// <summary>Reports columns the schema does not mention.</summary>
    internal void CompareNames(ImmutableArray<FieldDefinition> fields)
    {
        HashSet<string> declared = [.. fields.Select(field => field.Name)];
        foreach (Column column in columns)
        {
            if (!declared.Contains(column.Field.Name))
            {
                Notice("undeclaredColumn", "", $"The schema has no field '{column.Field.Name}'; the column is of kind {column.Field.Kind}.");
            }
        }
    }

    private void CompareMissing(Column column, string path, string rowsAre, Func<int, bool> isRow)
    {
        var rows = default(RowTally);
        for (int row = 0; column.MissingCount > 0 && row < column.Count; row++)
        {
            if (column.IsMissing(row) && isRow(row))
            {
                rows.Add(row);
            }
        }

        if (rows.Count > 0)
        {
            Error("missingRequired", path + "/required", $"Column '{column.Field.Name}' is required; {rows.Count} of the {rowsAre} have no value.", rows);
        }
    }

    private static RowTally NotAllowed(CategoryColumn column, ReadOnlySpan<bool> isAllowed, Span<long> counts)
    {
        var rows = default(RowTally);
        for (int row = 0; row < column.Count; row++)
        {
            int code = column.CodeAt(row);
            if (code >= 0 && !isAllowed[code])
            {
                counts[code]++;
                rows.Add(row);
            }
        }

        return rows;
    }

    private static RowTally NotAllowed(SetColumn column, ReadOnlySpan<bool> isAllowed, Span<long> counts)
    {
        var rows = default(RowTally);
        for (int row = 0; row < column.Count; row++)
        {
            bool deviates = false;
            foreach (int code in column.CodesAt(row))
            {
                if (!isAllowed[code])
                {
                    counts[code]++;
                    deviates = true;
                }
            }

            if (deviates)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private void CompareUnits(Field actual, Field promised, string path)
    {
        if ((actual as AmountField)?.Currency is { } currency && ((AmountField)promised).Currency is var wanted && currency != wanted)
        {
            Error("otherCurrency", path + "/currency", $"Column '{actual.Name}' is in {currency}; the schema says {wanted}.");
        }

        if (ScaleOf(actual) != ScaleOf(promised))
        {
            Error("otherScale", path + "/scale", $"Column '{actual.Name}' keeps {ScaleOf(actual)} digits after the point; the schema says {ScaleOf(promised)}.");
        }
    }

    private static int? ScaleOf(Field field) => (field as AmountField)?.Scale ?? (field as QuantityField)?.Scale;

    private void Add(string code, SchemaIssueSeverity severity, string path, string message, RowTally rows) => _issues.Add(new()
    {
        Code = code,
        Severity = severity,
        Path = path,
        Message = message,
        Count = rows.Count,
        FirstRows = RowsOf(rows),
    });

    private ImmutableArray<SchemaRow> RowsOf(RowTally rows) => [.. rows.First.Select(row => new SchemaRow(row, idOfRow(row)))];
}
