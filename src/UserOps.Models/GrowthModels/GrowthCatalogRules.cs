using System.Collections.Immutable;

namespace UserOps.Models.GrowthModels;

/// <summary>What must hold for a playbook, and what any catalog has in common; each rule has one stable code.</summary>
internal static class GrowthCatalogRules
{
    internal static ImmutableArray<DefinitionIssue> Check(GrowthPlaybook playbook)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        CheckHead(playbook.Id, playbook.Version, issues);
        LocalizedText.Check(playbook.DisplayName, "/displayName", issues);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (IsList(playbook.Plays, "/plays", issues))
        {
            for (int i = 0; i < playbook.Plays.Length; i++)
            {
                Check(playbook.Plays[i], $"/plays/{i}", ids, issues);
            }
        }

        return issues.DrainToImmutable();
    }

    private static void Check(GrowthPlay? play, string path, HashSet<string> ids, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (play is null)
        {
            issues.Add(new("missingMember", path, "The play is null."));
            return;
        }

        CheckId(play.Id, path, ids, issues);
        CheckNamed(play.Stage, path + "/stage", issues);
        LocalizedText.Check(play.Goal, path + "/goal", issues);
        CheckLevers(play.Levers, path + "/levers", issues);
        CheckMetric(play.Metric, play.MetricId, path, issues);
        if (play.Benchmark is { } benchmark)
        {
            Check(benchmark, path + "/benchmark", issues);
        }
    }

    private static void CheckLevers(ImmutableArray<LocalizedText> levers, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (levers.IsDefaultOrEmpty)
        {
            issues.Add(new("missingMember", path, "A play needs at least one lever."));
            return;
        }

        for (int i = 0; i < levers.Length; i++)
        {
            LocalizedText.Check(levers[i], $"{path}/{i}", issues);
        }
    }

    private static void Check(GrowthBenchmark benchmark, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        CheckNamed(benchmark.Unit, path + "/unit", issues);
        CheckNamed(benchmark.Direction, path + "/direction", issues);
        if (benchmark.Unit == BenchmarkUnit.Share)
        {
            CheckShare(benchmark.Value, path + "/value", issues);
            CheckShare(benchmark.Before ?? 0, path + "/before", issues);
        }
        else if (benchmark.Before is not null && benchmark.Unit is BenchmarkUnit.RelativeChange or BenchmarkUnit.PercentagePoints)
        {
            issues.Add(new("notForUnit", path + "/before", $"A benchmark in {benchmark.Unit} is itself a change and has no value before."));
        }
    }

    internal static void CheckHead(string? id, int version, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            issues.Add(new("idMissing", "/id", "A catalog needs an id."));
        }

        if (version < 1)
        {
            issues.Add(new("versionNotPositive", "/version", FormattableString.Invariant($"The version is {version}; versions start at 1.")));
        }
    }

    internal static void CheckId(string? id, string path, HashSet<string> ids, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            issues.Add(new("idMissing", path + "/id", "An entry needs an id."));
        }
        else if (!ids.Add(id))
        {
            issues.Add(new("duplicateId", path + "/id", $"Another entry has the id '{id}'."));
        }
    }

    internal static void CheckMetric(LocalizedText? metric, string? metricId, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        LocalizedText.Check(metric, path + "/metric", issues);
        if (metricId is not null && !GrowthMetrics.Ids.Contains(metricId, StringComparer.Ordinal))
        {
            issues.Add(new("unknownMetric", path + "/metricId", $"There is no growth metric '{metricId}'."));
        }
    }

    private static void CheckShare(decimal share, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (share is < 0 or > 1)
        {
            issues.Add(new("shareOutOfRange", path, FormattableString.Invariant($"The share is {share}; it is a fraction from 0 to 1.")));
        }
    }

    internal static void CheckNamed<T>(T value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            issues.Add(new("unknownValue", path, $"{value} is not one of the named values."));
        }
    }

    internal static bool IsList<T>(ImmutableArray<T> list, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (list.IsDefault)
        {
            issues.Add(new("missingMember", path, "The list is missing; an empty list is allowed."));
        }

        return !list.IsDefault;
    }
}
