using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>What must hold for the catalogs of the room; each rule has one stable code.</summary>
internal static class ActivityCatalogRules
{
    internal static ImmutableArray<DefinitionIssue> Check(ActivationCatalog catalog)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        CheckHead(catalog.Id, catalog.Version, catalog.DisplayName, issues);
        CheckEntries(catalog.Tactics, "/tactics", tactic => tactic.Id, Check, issues);
        return issues.DrainToImmutable();
    }

    internal static ImmutableArray<DefinitionIssue> Check(ConversionChecklist checklist)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        CheckHead(checklist.Id, checklist.Version, checklist.DisplayName, issues);
        CheckEntries(checklist.Items, "/items", item => item.Id, Check, issues);
        return issues.DrainToImmutable();
    }

    private static void Check(ActivationTactic tactic, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        LocalizedText.Check(tactic.Name, path + "/name", issues);
        if (tactic.Levers.IsDefaultOrEmpty)
        {
            issues.Add(new("missingMember", path + "/levers", "A tactic needs at least one lever."));
        }

        for (int i = 0; !tactic.Levers.IsDefault && i < tactic.Levers.Length; i++)
        {
            LocalizedText.Check(tactic.Levers[i], $"{path}/levers/{i}", issues);
        }

        LocalizedText.Check(tactic.Metric, path + "/metric", issues);
        if (tactic.MetricId is not null && !ActivityMetrics.Ids.Contains(tactic.MetricId, StringComparer.Ordinal))
        {
            issues.Add(new("unknownMetric", path + "/metricId", $"There is no activity metric '{tactic.MetricId}'."));
        }
    }

    private static void Check(ConversionItem item, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        ActivityRules.CheckNamed(item.Kind, path + "/kind", issues);
        LocalizedText.Check(item.Name, path + "/name", issues);
        LocalizedText.Check(item.Check, path + "/check", issues);
    }

    private static void CheckHead(string? id, int version, LocalizedText? name, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            issues.Add(new("idMissing", "/id", "A catalog needs an id."));
        }

        if (version < 1)
        {
            issues.Add(new("versionNotPositive", "/version", FormattableString.Invariant($"The version is {version}; versions start at 1.")));
        }

        LocalizedText.Check(name, "/displayName", issues);
    }

    private static void CheckEntries<T>(
        ImmutableArray<T> entries,
        string path,
        Func<T, string?> idOf,
        Action<T, string, ImmutableArray<DefinitionIssue>.Builder> check,
        ImmutableArray<DefinitionIssue>.Builder issues)
        where T : class
    {
        if (entries.IsDefault)
        {
            issues.Add(new("missingMember", path, "The list is missing; an empty list is allowed."));
            return;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < entries.Length; i++)
        {
            if (entries[i] is not { } entry)
            {
                issues.Add(new("missingMember", $"{path}/{i}", "The entry is null."));
                continue;
            }

            CheckId(idOf(entry), $"{path}/{i}/id", ids, issues);
            check(entry, $"{path}/{i}", issues);
        }
    }

    private static void CheckId(string? id, string path, HashSet<string> ids, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            issues.Add(new("idMissing", path, "An entry needs an id."));
        }
        else if (!ids.Add(id))
        {
            issues.Add(new("duplicateId", path, $"Another entry has the id '{id}'."));
        }
    }
}
