using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Lifecycle;

/// <summary>What must hold for a churn warning; each rule has one stable code.</summary>
internal static class ChurnWarningRules
{
    private const string AmountPath = "/amounts/amount";

    internal static ImmutableArray<DefinitionIssue> Check(ChurnWarningDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.Check(definition.Activity, "/activity", issues);
        CheckNamed(definition.GapUnit, "/gapUnit", issues);
        if (definition.RhythmDays is { } days)
        {
            CheckDays(days, "/rhythmDays", "The rhythm is looked for over", issues);
        }

        if (definition.MinimumGaps < 1)
        {
            issues.Add(new("countNotPositive", "/minimumGaps", Text($"The rhythm needs {definition.MinimumGaps} gaps; it is at least 1.")));
        }

        CheckNamed(definition.Quantile, "/quantile", issues);
        if (definition.GapRatioLimit is <= 0 or > ChurnDefaults.MaximumGapRatioLimit)
        {
            issues.Add(new(
                "limitOutOfRange",
                "/gapRatioLimit",
                Text($"The limit of the gap ratio is {definition.GapRatioLimit}; it is above 0 and at most {ChurnDefaults.MaximumGapRatioLimit}.")));
        }

        CheckAmounts(definition.Amounts, issues);
        CheckNamed(definition.WarnWhen, "/warnWhen", issues);
        if (definition.Amounts is null && definition.WarnWhen is ChurnCombination.Both or ChurnCombination.Either)
        {
            issues.Add(new(
                "amountsMissing",
                "/amounts",
                $"A warning by {definition.WarnWhen} signs needs amounts; without them set WarnWhen to {nameof(ChurnCombination.GapOnly)}."));
        }

        return issues.DrainToImmutable();
    }

    /// <summary>Finds the column of the amounts; of none, null.</summary>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent or of another kind; every such fault is listed.</exception>
    internal static AmountColumn? RequireColumns(ChurnWarningDefinition definition, UserOpsDataset data)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.CheckColumns(definition.Activity, data, "/activity", issues);
        AmountColumn? column = null;
        if (definition.Amounts is { } amounts)
        {
            EventFilterRules.CheckColumns(amounts.Events, data, "/amounts/events", issues);
            column = AmountsOf(data.Events, amounts.Amount, issues);
        }

        InvalidDefinitionException.ThrowIfAny(issues.DrainToImmutable());
        return column;
    }

    internal static void CheckNamed<T>(T value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            issues.Add(new("unknownValue", path, Text($"{value:D} is no {typeof(T).Name}.")));
        }
    }

    private static void CheckAmounts(ChurnAmounts? amounts, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (amounts is null)
        {
            return;
        }

        EventFilterRules.Check(amounts.Events, "/amounts/events", issues);
        if (amounts.Amount is null)
        {
            issues.Add(new("missingMember", AmountPath, "There is no column of amounts here."));
        }

        CheckDays(amounts.RecentDays, "/amounts/recentDays", "The recent period has", issues);
        CheckDays(amounts.BaseDays, "/amounts/baseDays", "The base period has", issues);
        if (amounts.TrendLimit is < -1 or >= 0)
        {
            issues.Add(new(
                "limitOutOfRange",
                "/amounts/trendLimit",
                Text($"The limit of the trend is {amounts.TrendLimit}; it is at least -1, nothing left, and below 0.")));
        }
    }

    private static void CheckDays(int days, string path, string subject, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (days is < 1 or > ChurnDefaults.MaximumDays)
        {
            issues.Add(new("daysOutOfRange", path, Text($"{subject} {days} days; 1 to {ChurnDefaults.MaximumDays} are possible.")));
        }
    }

    private static AmountColumn? AmountsOf(EventTable events, AmountField field, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!events.Columns.TryGet(field.Name, out Column? column))
        {
            issues.Add(new("unknownField", AmountPath, $"There is no column '{field.Name}'."));
        }
        else if (column.Field != field)
        {
            issues.Add(new("typeMismatch", AmountPath, $"Column '{field.Name}' is {FieldConflicts.Describe(column.Field)}, not {FieldConflicts.Describe(field)}."));
        }

        return column as AmountColumn;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
