using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>What must hold for the options of a behavior summary.</summary>
internal static class BehaviorRules
{
    /// <summary>Lists what is wrong by itself, and against the columns where there are some.</summary>
    internal static ImmutableArray<DefinitionIssue> Check(BehaviorSummaryOptions options, ColumnSet? columns = null)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        for (int i = 0; i < options.Names.Length; i++)
        {
            if (string.IsNullOrEmpty(options.Names[i]))
            {
                issues.Add(new("emptyName", $"/names/{i}", "An event has a name."));
            }
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        Check(options.Amounts, "/amounts", names, columns, issues);
        Check(options.Quantities, "/quantities", names, columns, issues);
        return issues.DrainToImmutable();
    }

    private static void Check<TField>(
        ImmutableArray<TField> fields, string path, HashSet<string> names, ColumnSet? columns, ImmutableArray<DefinitionIssue>.Builder issues)
        where TField : Field
    {
        for (int i = 0; i < fields.Length; i++)
        {
            if (fields[i] is null)
            {
                issues.Add(new("missingMember", $"{path}/{i}", "The field is null."));
            }
            else if (!names.Add(fields[i].Name))
            {
                issues.Add(new("duplicateName", $"{path}/{i}", $"'{fields[i].Name}' is listed twice."));
            }
            else if (columns is not null)
            {
                Check(fields[i], $"{path}/{i}", columns, issues);
            }
        }
    }

    private static void Check(Field field, string path, ColumnSet columns, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!columns.TryGet(field.Name, out Column? column))
        {
            issues.Add(new("unknownField", path, $"There is no column '{field.Name}'."));
        }
        else if (column.Field != field)
        {
            issues.Add(new("typeMismatch", path, $"Column '{field.Name}' is {FieldConflicts.Describe(column.Field)}, not {FieldConflicts.Describe(field)}."));
        }
    }
}
