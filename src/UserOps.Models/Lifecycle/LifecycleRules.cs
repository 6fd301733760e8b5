using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>What must hold for a life cycle: by itself, and then for the columns of a dataset; each rule has one stable code.</summary>
internal static class LifecycleRules
{
    internal static ImmutableArray<DefinitionIssue> Check(LifecycleDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        if (string.IsNullOrWhiteSpace(definition.Id))
        {
            issues.Add(new("idMissing", "/id", "A life cycle needs an id."));
        }

        LocalizedText.Check(definition.Name, "/name", issues);
        CheckStages(definition.Stages, issues);
        if (definition.Population is { } population)
        {
            RuleStructure.Check(population, "/population", RuleScope.Users, issues);
        }

        CheckSegments(definition.Segments, issues);
        CheckReferences(definition, issues);
        return issues.DrainToImmutable();
    }

    internal static ImmutableArray<DefinitionIssue> CheckColumns(LifecycleDefinition definition, UserOpsDataset data)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        var fields = new RuleFieldSource(
            name => data.Users.Columns.TryGet(name, out Column? column) ? column.Field : null,
            name => EventRows.FieldOf(data, name));
        foreach ((SegmentRule rule, string path) in RulesOf(definition))
        {
            RuleFields.Check(rule, path, fields, issues);
        }

        return issues.DrainToImmutable();
    }

    /// <summary>Lists all rules in document order.</summary>
    /// <param name="definition">May be wrong: what is missing is passed over.</param>
    internal static IEnumerable<(SegmentRule Rule, string Path)> RulesOf(LifecycleDefinition definition)
    {
        for (int i = 0; !definition.Stages.IsDefault && i < definition.Stages.Length; i++)
        {
            if (definition.Stages[i]?.Rule is { } rule)
            {
                yield return (rule, $"/stages/{i}/rule");
            }
        }

        if (definition.Population is { } population)
        {
            yield return (population, "/population");
        }

        for (int i = 0; i < definition.Segments.Length; i++)
        {
            if (definition.Segments[i]?.Rule is { } rule)
            {
                yield return (rule, $"/segments/{i}/rule");
            }
        }
    }

    /// <summary>Gets the rules that are referred to, by name; of two with one name the first.</summary>
    internal static ImmutableDictionary<string, SegmentRule?> SegmentsOf(LifecycleDefinition definition) => definition.Segments
        .Where(segment => segment?.Name is not null)
        .DistinctBy(segment => segment.Name, StringComparer.Ordinal)
        .ToImmutableDictionary(segment => segment.Name, segment => (SegmentRule?)segment.Rule, StringComparer.Ordinal);

    private static void CheckStages(ImmutableArray<LifecycleStageDefinition> stages, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (stages.IsDefaultOrEmpty)
        {
            issues.Add(new("missingMember", "/stages", "A life cycle has at least one stage."));
            return;
        }

        if (stages.Length > LifecycleDefaults.MaximumStages)
        {
            issues.Add(new("tooMany", "/stages", FormattableString.Invariant($"A life cycle has at most {LifecycleDefaults.MaximumStages} stages, not {stages.Length}.")));
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < stages.Length; i++)
        {
            Check(stages[i], $"/stages/{i}", ids, issues);
        }
    }

    private static void Check(LifecycleStageDefinition? stage, string path, HashSet<string> ids, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (stage is null)
        {
            issues.Add(new("missingMember", path, "The stage is null."));
            return;
        }

        if (string.IsNullOrWhiteSpace(stage.Id))
        {
            issues.Add(new("idMissing", path + "/id", "A stage needs an id."));
        }
        else if (!ids.Add(stage.Id))
        {
            issues.Add(new("duplicateId", path + "/id", $"Another stage has the id '{stage.Id}'."));
        }

        LocalizedText.Check(stage.Name, path + "/name", issues);
        RuleStructure.Check(stage.Rule, path + "/rule", RuleScope.Users, issues);
        if (stage.Kind is { } kind && !Enum.IsDefined(kind))
        {
            issues.Add(new("unknownValue", path + "/kind", $"{kind} is not one of the named values."));
        }
    }

    private static void CheckSegments(ImmutableArray<LifecycleSegment> segments, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < segments.Length; i++)
        {
            string path = $"/segments/{i}";
            if (segments[i] is not { } segment)
            {
                issues.Add(new("missingMember", path, "The segment is null."));
                continue;
            }

            if (string.IsNullOrWhiteSpace(segment.Name))
            {
                issues.Add(new("idMissing", path + "/name", "A segment needs a name."));
            }
            else if (!names.Add(segment.Name))
            {
                issues.Add(new("duplicateId", path + "/name", $"Another segment has the name '{segment.Name}'."));
            }

            RuleStructure.Check(segment.Rule, path + "/rule", RuleScope.Users, issues);
        }
    }

    private static void CheckReferences(LifecycleDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        var references = new SegmentReferences(SegmentsOf(definition));
        foreach ((SegmentRule rule, string path) in RulesOf(definition))
        {
            issues.AddRange(references.Faults(rule).Select(fault => fault.Issue with { Path = path + fault.Issue.Path }));
        }
    }
}
