using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>What must hold for a history of purchases, by itself and then for a dataset; each rule has one stable code.</summary>
internal static class PurchaseHistoryRules
{
    internal static ImmutableArray<DefinitionIssue> Check(PurchaseHistoryDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        Check(definition, "", issues);
        return issues.DrainToImmutable();
    }

    internal static void Check(PurchaseHistoryDefinition definition, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        EventFilterRules.Check(definition.Purchases, path + "/purchases", issues);
        if (definition.Unit is null)
        {
            issues.Add(new("missingMember", path + "/unit", "The unit of times is missing; it also says which purchases are one."));
        }

        if (definition.Refunds is null)
        {
            return;
        }

        EventFilterRules.Check(definition.Refunds, path + "/refunds", issues);
        if (definition.Amount is null)
        {
            issues.Add(new("refundsWithoutAmount", path + "/refunds", "Refunds take money back, but no column of money is named."));
        }
    }

    /// <summary>Checks what shows only against data: the column of the spend, and that the end was seen.</summary>
    internal static ImmutableArray<DefinitionIssue> CheckData(PurchaseHistoryDefinition definition, UserOpsDataset data, EvaluationContext context, string path)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        if (definition.Amount is { } field)
        {
            AmountColumns.Check(field, data, path + "/amount", issues);
        }

        DateOnly seen = ReportingCalendar.Of(context).DayOf(context.AsOf);
        if (definition.End > seen)
        {
            issues.Add(new("endAfterAsOf", path + "/end", FormattableString.Invariant($"The observation ends on {definition.End:yyyy-MM-dd}, but 'as of' lies on {seen:yyyy-MM-dd}: nobody has seen what came between.")));
        }

        return issues.DrainToImmutable();
    }
}
