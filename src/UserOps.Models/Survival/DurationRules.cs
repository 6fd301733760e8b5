using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>What must hold for a definition of durations, by itself and then for the columns of a dataset; each rule has one stable code.</summary>
internal static class DurationRules
{
    internal static ImmutableArray<DefinitionIssue> Check(DurationDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.Check(definition.Start, "/start", issues);
        SurvivalRules.CheckName(definition.StartAt, "/startAt", issues);
        CheckEnds(definition, issues);
        CheckInactivity(definition.Inactivity, issues);
        SurvivalRules.CheckName(definition.Unit, "/unit", issues);
        CheckCovariates(definition.Covariates, issues);
        return issues.DrainToImmutable();
    }

    /// <summary>Adds what shows only against data: columns that are absent or of another kind.</summary>
    internal static ImmutableArray<DefinitionIssue> CheckColumns(DurationDefinition definition, UserOpsDataset data)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.CheckColumns(definition.Start, data, "/start", issues);
        for (int i = 0; i < definition.Ends.Length; i++)
        {
            EventFilterRules.CheckColumns(definition.Ends[i].Events, data, $"/ends/{i}/events", issues);
            if (definition.Ends[i].CauseBy is { } property)
            {
                EventCategory.Find(data, property, $"/ends/{i}/causeBy", issues);
            }
        }

        if (definition.Inactivity is { } inactivity)
        {
            EventFilterRules.CheckColumns(inactivity.Activity, data, "/inactivity/activity", issues);
        }

        CheckCategory(data, definition.Group, "/group", issues);
        CheckCategory(data, definition.Stratum, "/stratum", issues);
        for (int i = 0; i < definition.Covariates.Length; i++)
        {
            CheckCovariate(data, definition.Covariates[i], $"/covariates/{i}", issues);
        }

        return issues.DrainToImmutable();
    }

    private static void CheckEnds(DurationDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (definition.Ends.IsDefault)
        {
            issues.Add(new("missingMember", "/ends", "The list of ends was never set; it may be empty where inactivity ends."));
            return;
        }

        if (definition.Ends.IsEmpty && definition.Inactivity is null)
        {
            issues.Add(new("noEnd", "/ends", "Nothing ends a duration: there is neither an end event nor inactivity."));
        }

        for (int i = 0; i < definition.Ends.Length; i++)
        {
            if (definition.Ends[i] is not { } end)
            {
                issues.Add(new("missingMember", $"/ends/{i}", "The end is missing."));
                continue;
            }

            EventFilterRules.Check(end.Events, $"/ends/{i}/events", issues);
            CheckCause(end.Cause, $"/ends/{i}/cause", issues);
            if (end.CauseBy == Field.LocalTime)
            {
                issues.Add(new("notAProperty", $"/ends/{i}/causeBy", "'@localTime' is no column; a cause needs a property of the end event."));
            }
        }
    }

    private static void CheckInactivity(InactivityChurn? inactivity, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (inactivity is null)
        {
            return;
        }

        EventFilterRules.Check(inactivity.Activity, "/inactivity/activity", issues);
        if (inactivity.Limit <= TimeSpan.Zero || inactivity.Limit.TotalDays > SurvivalDefaults.MaximumInactiveDays)
        {
            issues.Add(new(
                "limitOutOfRange",
                "/inactivity/limit",
                FormattableString.Invariant($"The limit is {inactivity.Limit}; it is above zero and at most {SurvivalDefaults.MaximumInactiveDays} days.")));
        }

        SurvivalRules.CheckName(inactivity.EndsAt, "/inactivity/endsAt", issues);
        CheckCause(inactivity.Cause, "/inactivity/cause", issues);
    }

    private static void CheckCause(string? cause, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (string.IsNullOrEmpty(cause))
        {
            issues.Add(new("emptyName", path, "A cause has a name."));
        }
    }

    private static void CheckCovariates(ImmutableArray<DurationCovariate> covariates, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (covariates.IsDefault)
        {
            issues.Add(new("missingMember", "/covariates", "The list of covariates was never set; it may be empty."));
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < covariates.Length; i++)
        {
            if (string.IsNullOrEmpty(covariates[i]?.Field))
            {
                issues.Add(new("emptyName", $"/covariates/{i}/field", "A covariate names a column."));
            }
            else if (!seen.Add(covariates[i].Name))
            {
                issues.Add(new("duplicateName", $"/covariates/{i}", $"The covariate '{covariates[i].Name}' is there twice."));
            }
        }
    }

    private static void CheckCategory(UserOpsDataset data, CategoryField? field, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (field is null)
        {
            return;
        }

        if (!data.Users.Columns.TryGet(field.Name, out Column? column))
        {
            issues.Add(new("unknownField", path, $"There is no user column '{field.Name}'."));
        }
        else if (column is not CategoryColumn)
        {
            issues.Add(new("typeMismatch", path, $"Column '{field.Name}' is of kind {column.Field.Kind}, not {FieldKind.Category}."));
        }
    }

    private static void CheckCovariate(UserOpsDataset data, DurationCovariate covariate, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!data.Users.Columns.TryGet(covariate.Field, out Column? column))
        {
            issues.Add(new("unknownField", path + "/field", $"There is no user column '{covariate.Field}'."));
            return;
        }

        bool fits = column is CategoryColumn ? covariate.Value is not null
            : covariate.Value is null && column is (NumberColumn or QuantityColumn or AmountColumn or FlagColumn);
        if (!fits)
        {
            issues.Add(new(
                "typeMismatch",
                path,
                column is CategoryColumn
                    ? $"Column '{covariate.Field}' is a category; a covariate needs one of its values."
                    : $"Column '{covariate.Field}' of kind {column.Field.Kind} gives no covariate '{covariate.Name}'."));
        }
    }
}
