using System.Collections.Immutable;
using UserOps.Models.GrowthModels;

namespace UserOps.Models.Lifecycle;

/// <summary>What must hold for the catalogs of metrics, strategies and ways; each rule has one stable code.</summary>
internal static class LifecycleCatalogRules
{
    internal static ImmutableArray<DefinitionIssue> Check(LifecycleMetricCatalog catalog)
    {
        var stages = new HashSet<LifecycleStage>();
        return CheckAll(catalog.Id, catalog.Version, catalog.Sets, "sets", (set, path, ids, issues) =>
        {
            GrowthCatalogRules.CheckNamed(set.Stage, path + "/stage", issues);
            if (!stages.Add(set.Stage))
            {
                issues.Add(new("duplicateStage", path + "/stage", $"Another set is for the stage {set.Stage}."));
            }

            CheckMetrics(set.Metrics, path + "/metrics", ids, issues);
        });
    }

    internal static ImmutableArray<DefinitionIssue> Check(LifecycleStrategyCatalog catalog)
        => CheckAll(catalog.Id, catalog.Version, catalog.Strategies, "strategies", (strategy, path, ids, issues) =>
        {
            GrowthCatalogRules.CheckId(strategy.Id, path, ids, issues);
            GrowthCatalogRules.CheckNamed(strategy.Stage, path + "/stage", issues);
            GrowthCatalogRules.CheckNamed(strategy.Goal, path + "/goal", issues);
            LocalizedText.Check(strategy.Name, path + "/name", issues);
            CheckActions(strategy.Actions, path + "/actions", issues);
            CheckRule(strategy.Audience, path + "/audience", issues);
            CheckMetricId(strategy.MetricId, path, issues);
        });

    internal static ImmutableArray<DefinitionIssue> Check(ActivationWayCatalog catalog)
        => CheckAll(catalog.Id, catalog.Version, catalog.Ways, "ways", (way, path, ids, issues) =>
        {
            GrowthCatalogRules.CheckId(way.Id, path, ids, issues);
            GrowthCatalogRules.CheckNamed(way.Period, path + "/period", issues);
            LocalizedText.Check(way.Name, path + "/name", issues);
            CheckActions(way.Actions, path + "/actions", issues);
            CheckRule(way.Audience, path + "/audience", issues);
        });

    private static ImmutableArray<DefinitionIssue> CheckAll<T>(
        string? id, int version, ImmutableArray<T> entries, string member, Action<T, string, HashSet<string>, ImmutableArray<DefinitionIssue>.Builder> check)
        where T : class
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        GrowthCatalogRules.CheckHead(id, version, issues);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (GrowthCatalogRules.IsList(entries, "/" + member, issues))
        {
            for (int i = 0; i < entries.Length; i++)
            {
                string path = $"/{member}/{i}";
                if (entries[i] is { } entry)
                {
                    check(entry, path, ids, issues);
                }
                else
                {
                    issues.Add(new("missingMember", path, "The entry is null."));
                }
            }
        }

        return issues.DrainToImmutable();
    }

    private static void CheckMetrics(ImmutableArray<LifecycleMetric> metrics, string path, HashSet<string> ids, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (metrics.IsDefaultOrEmpty)
        {
            issues.Add(new("missingMember", path, "A stage needs at least one metric."));
            return;
        }

        for (int i = 0; i < metrics.Length; i++)
        {
            string place = $"{path}/{i}";
            if (metrics[i] is not { } metric)
            {
                issues.Add(new("missingMember", place, "The metric is null."));
                continue;
            }

            GrowthCatalogRules.CheckId(metric.Id, place, ids, issues);
            LocalizedText.Check(metric.Name, place + "/name", issues);
            CheckMetricId(metric.MetricId, place, issues);
            CheckRule(metric.Rule, place + "/rule", issues);
            if (metric is { MetricId: not null, Rule: not null })
            {
                issues.Add(new("unknownMember", place + "/rule", "A metric is computed by its id or by its rule, not by both."));
            }
        }
    }

    private static void CheckActions(ImmutableArray<LocalizedText> actions, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (actions.IsDefaultOrEmpty)
        {
            issues.Add(new("missingMember", path, "There has to be at least one thing to do."));
            return;
        }

        for (int i = 0; i < actions.Length; i++)
        {
            LocalizedText.Check(actions[i], $"{path}/{i}", issues);
        }
    }

    private static void CheckRule(SegmentRule? rule, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (rule is null)
        {
            return;
        }

        RuleStructure.Check(rule, path, RuleScope.Users, issues);
        issues.AddRange(RuleNames.Of(rule, path)
            .Where(name => name.Kind == RuleNameKind.Segment)
            .Select(name => new DefinitionIssue("unknownSegment", name.Path, $"A catalog has no segments, so there is no '{name.Name}' here.")));
    }

    internal static void CheckMetricId(string? metricId, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (metricId is not null && !LifecycleMetrics.Ids.Contains(metricId, StringComparer.Ordinal) && !GrowthMetrics.Ids.Contains(metricId, StringComparer.Ordinal))
        {
            issues.Add(new("unknownMetric", path + "/metricId", $"There is no metric '{metricId}' of life cycles or growth."));
        }
    }
}
