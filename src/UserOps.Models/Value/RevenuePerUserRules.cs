using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>What must hold for a question about revenue per user, whatever the data.</summary>
internal static class RevenuePerUserRules
{
    internal static ImmutableArray<DefinitionIssue> Check(RevenuePerUserDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.Check(definition.Active, "/active", issues);
        RevenueRules.Check(definition.Revenue, "/revenue", issues);
        RevenueRules.CheckNamed(definition.Unit, "/unit", issues);
        RevenueRules.CheckFirst(definition.FirstPeriod, "/firstPeriod", "period", issues);
        RevenueRules.CheckCount(definition.Periods, "/periods", "periods", issues);
        return issues.ToImmutable();
    }
}
