using System.Collections.Immutable;
using UserOps.Models.GrowthModels;

namespace UserOps.Models.Lifecycle;

/// <summary>What must hold for a catalog of north stars; each rule has one stable code.</summary>
internal static class NorthStarRules
{
    internal static ImmutableArray<DefinitionIssue> Check(NorthStarCatalog catalog)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        GrowthCatalogRules.CheckHead(catalog.Id, catalog.Version, issues);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var shapes = new HashSet<LifecycleShape>();
        if (GrowthCatalogRules.IsList(catalog.Rules, "/rules", issues))
        {
            for (int i = 0; i < catalog.Rules.Length; i++)
            {
                Check(catalog.Rules[i], $"/rules/{i}", ids, shapes, issues);
            }
        }

        return issues.DrainToImmutable();
    }

    private static void Check(
        NorthStarRule? rule, string path, HashSet<string> ids, HashSet<LifecycleShape> shapes, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (rule is null)
        {
            issues.Add(new("missingMember", path, "The rule is null."));
            return;
        }

        GrowthCatalogRules.CheckId(rule.Id, path, ids, issues);
        GrowthCatalogRules.CheckNamed(rule.Shape, path + "/shape", issues);
        if (!shapes.Add(rule.Shape))
        {
            issues.Add(new("duplicateShape", path + "/shape", $"Another rule is for the shape {rule.Shape}."));
        }

        CheckGoals(rule.Goals, path + "/goals", issues);
        LocalizedText.Check(rule.Focus, path + "/focus", issues);
        LocalizedText.Check(rule.Metric, path + "/metric", issues);
        LifecycleCatalogRules.CheckMetricId(rule.MetricId, path, issues);
    }

    private static void CheckGoals(ImmutableArray<OperationGoal> goals, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (goals.IsDefaultOrEmpty)
        {
            issues.Add(new("missingMember", path, "A rule needs at least one goal."));
            return;
        }

        for (int i = 0; i < goals.Length; i++)
        {
            GrowthCatalogRules.CheckNamed(goals[i], $"{path}/{i}", issues);
            if (goals.IndexOf(goals[i]) < i)
            {
                issues.Add(new("duplicateGoal", $"{path}/{i}", $"{goals[i]} is listed twice."));
            }
        }
    }
}
