using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Value;

/// <summary>What must hold for the parts that definitions about revenue share; each rule has one stable code.</summary>
internal static class RevenueRules
{
    /// <summary>Finds what is wrong whatever the data.</summary>
    internal static void Check(RevenueDefinition? revenue, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (revenue is null)
        {
            issues.Add(new("missingMember", path, "There is no definition of revenue here: which events bring it, and in which column."));
            return;
        }

        EventFilterRules.Check(revenue.Events, path + "/events", issues);
        if (revenue.Amount is null)
        {
            issues.Add(new("missingMember", path + "/amount", "The column of the amounts is missing."));
        }

        if (revenue.Refunds is not null)
        {
            EventFilterRules.Check(revenue.Refunds, path + "/refunds", issues);
        }

        CheckCost(revenue, path, issues);
        CheckGrossMargin(revenue, path + "/grossMargin", issues);
    }

    /// <summary>Finds what is wrong only with these data: columns that are absent, of another kind, currency or scale.</summary>
    internal static void CheckColumns(RevenueDefinition revenue, UserOpsDataset data, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        EventFilterRules.CheckColumns(revenue.Events, data, path + "/events", issues);
        AmountColumns.Check(revenue.Amount, data, path + "/amount", issues);
        if (revenue.Refunds is not null)
        {
            EventFilterRules.CheckColumns(revenue.Refunds, data, path + "/refunds", issues);
        }

        if (revenue.Cost is not null)
        {
            AmountColumns.Check(revenue.Cost, data, path + "/cost", issues);
        }
    }

    /// <summary>Finds a column of the user table by whose values an answer is broken down.</summary>
    internal static CategoryColumn? FindUserColumn(CategoryField? field, UserOpsDataset data, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (field is null)
        {
            return null;
        }

        if (!data.Users.Columns.TryGet(field.Name, out Column? column))
        {
            issues.Add(new("unknownField", path, $"The user table has no column '{field.Name}'."));
        }
        else if (column is not CategoryColumn)
        {
            issues.Add(new("typeMismatch", path, $"Column '{field.Name}' is of kind {column.Field.Kind}, not {FieldKind.Category}."));
        }

        return column as CategoryColumn;
    }

    internal static void CheckNamed<T>(T value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            issues.Add(new("unknownValue", path, Text($"{value:D} is no {typeof(T).Name}.")));
        }
    }

    /// <summary>Checks a first period: none begins with the calendar, so a value that was never set is read as that date.</summary>
    internal static void CheckFirst(DateOrInstant first, string path, string what, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (first == default)
        {
            issues.Add(new("missingMember", path, $"The first {what} is missing: a local date, or an instant."));
        }
    }

    internal static void CheckCount(int count, string path, string what, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (count < 1)
        {
            issues.Add(new("countNotPositive", path, Text($"The number of {what} is {count}; it is at least 1.")));
        }

        if (count > RevenueDefaults.MaximumPeriods)
        {
            issues.Add(new("countTooLarge", path, Text($"The number of {what} is {count}; it is at most {RevenueDefaults.MaximumPeriods}.")));
        }
    }

    internal static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void CheckCost(RevenueDefinition revenue, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (revenue is { Cost: { } cost, Amount: { } amount } && cost.Currency != amount.Currency)
        {
            issues.Add(new("currencyMismatch", path + "/cost", $"The costs are in {cost.Currency} and the amounts in {amount.Currency}; they cannot be subtracted."));
        }

        if (revenue is { Cost: not null, GrossMargin: not null })
        {
            issues.Add(new("marginTwice", path + "/grossMargin", "The margin follows from the costs or from a share of revenue, not from both."));
        }
    }

    private static void CheckGrossMargin(RevenueDefinition revenue, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (revenue.GrossMargin is not { } margin)
        {
            return;
        }

        if (margin is < 0 or > 1)
        {
            issues.Add(new("outOfRange", path, Text($"The gross margin is {margin}; it is a share of revenue, 0 to 1.")));
        }
        else if (DecimalUnits.TryToUnits(margin, RevenueDefaults.GrossMarginScale, out _) != DecimalUnits.Fault.None)
        {
            issues.Add(new("tooManyDigits", path, Text($"The gross margin is {margin}; it has at most {RevenueDefaults.GrossMarginScale} digits after the point.")));
        }
    }
}
