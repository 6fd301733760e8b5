using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>What must hold for lifetime value by cohort, whatever the data.</summary>
internal static class CohortLifetimeValueRules
{
    internal static ImmutableArray<DefinitionIssue> Check(CohortLifetimeValueDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.Check(definition.Acquisition, "/acquisition", issues);
        RevenueRules.Check(definition.Revenue, "/revenue", issues);
        RevenueRules.CheckNamed(definition.Unit, "/unit", issues);
        RevenueRules.CheckFirst(definition.FirstCohort, "/firstCohort", "cohort", issues);
        RevenueRules.CheckCount(definition.Cohorts, "/cohorts", "cohorts", issues);
        RevenueRules.CheckCount(definition.Periods, "/periods", "periods", issues);
        long cells = (long)definition.Cohorts * definition.Periods;
        if (definition is { Cohorts: <= RevenueDefaults.MaximumPeriods, Periods: <= RevenueDefaults.MaximumPeriods } && cells > RevenueDefaults.MaximumCells)
        {
            issues.Add(new("tableTooLarge", "/cohorts", RevenueRules.Text($"The table has {cells} cells; {RevenueDefaults.MaximumCells} are possible.")));
        }

        return issues.ToImmutable();
    }
}
