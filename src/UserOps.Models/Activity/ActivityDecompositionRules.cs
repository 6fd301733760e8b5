using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>What must hold for a decomposition: whatever the data, and then for the column of creation.</summary>
internal static class ActivityDecompositionRules
{
    internal static ImmutableArray<DefinitionIssue> Check(ActivityDecompositionDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        ActivityRules.CheckActivity(definition.Activity, issues);
        ActivityRules.CheckNamed(definition.Interval, "/interval", issues);
        ActivityRules.CheckRange(definition.Interval, definition.From, definition.To, issues);
        if (definition.CreatedAt is not (null or InstantField or DateField))
        {
            issues.Add(new("typeMismatch", "/createdAt", $"'{definition.CreatedAt.Name}' is of kind {definition.CreatedAt.Kind}; a creation is an instant or a date."));
        }

        return issues.DrainToImmutable();
    }

    /// <summary>Finds the column of creation; null where the definition goes by the first activity.</summary>
    /// <exception cref="InvalidDefinitionException">The user table has no such column, or one of another kind.</exception>
    internal static Column? CreationColumn(ActivityDecompositionDefinition definition, UserOpsDataset data)
    {
        if (definition.CreatedAt is not { } field)
        {
            return null;
        }

        if (!data.Users.Columns.TryGet(field.Name, out Column? column))
        {
            throw new InvalidDefinitionException([new("unknownField", "/createdAt", $"There is no column '{field.Name}'.")]);
        }

        return column.Field == field
            ? column
            : throw new InvalidDefinitionException([new("typeMismatch", "/createdAt", $"Column '{field.Name}' is of kind {column.Field.Kind}, not {field.Kind}.")]);
    }
}
