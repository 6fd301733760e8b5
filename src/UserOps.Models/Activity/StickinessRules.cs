using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>What must hold for questions about stickiness, whatever the data.</summary>
internal static class StickinessRules
{
    internal static ImmutableArray<DefinitionIssue> Check(StickinessDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        ActivityRules.CheckActivity(definition.Activity, issues);
        ActivityRules.CheckNamed(definition.Interval, "/interval", issues);
        ActivityRules.CheckRange(definition.Interval, definition.From, definition.To, issues);
        ActivityRules.CheckPositive(definition.IntervalCount, "/intervalCount", "A block has at least 1 period", issues);
        CheckCriteria(definition, issues);
        ActivityRules.CheckNamed(definition.ComputedAs, "/computedAs", issues);
        return issues.DrainToImmutable();
    }

    internal static ImmutableArray<DefinitionIssue> Check(StickinessRatioDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        ActivityRules.CheckActivity(definition.Activity, issues);
        ActivityRules.CheckRange(CalendarUnit.Day, definition.From, definition.To, issues);
        ActivityRules.CheckNamed(definition.Base, "/base", issues);
        return issues.DrainToImmutable();
    }

    private static void CheckCriteria(StickinessDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (definition.Criteria is not { } criteria)
        {
            issues.Add(new("missingMember", "/criteria", "The criteria are missing; at least 1 event is the default."));
            return;
        }

        ActivityRules.CheckNamed(criteria.Operator, "/criteria/operator", issues);
        ActivityRules.CheckPositive(criteria.Value, "/criteria/value", "A block that counts holds at least 1 event", issues);
        int least = definition.Activity?.MinimumEvents ?? 1;
        if (criteria.Value >= 1 && criteria.Value < least && criteria.Operator is (StickinessOperator.AtMost or StickinessOperator.Exactly))
        {
            issues.Add(new(
                "criteriaUnreachable",
                "/criteria/value",
                FormattableString.Invariant($"A user is active by at least {least} events, so that no block can hold {criteria.Operator} {criteria.Value}.")));
        }
    }
}
