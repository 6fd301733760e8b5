using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>What must hold for the limits of the operating tiers; each rule has one stable code.</summary>
internal static class OperatingTierRules
{
    internal static ImmutableArray<DefinitionIssue> Check(OperatingTierDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        CheckRange(definition.NewDays, 0, int.MaxValue, "/newDays", issues);
        CheckRange(definition.DormantDays, 0, int.MaxValue, "/dormantDays", issues);
        CheckRange(definition.ActiveCoreUses, 0, int.MaxValue, "/activeCoreUses", issues);
        CheckRange(definition.ActiveDays, 0, OperatingTierDefaults.ActiveDayWindow, "/activeDays", issues);
        if (definition.Sources is { } sources)
        {
            Check(sources, issues);
        }

        return issues.DrainToImmutable();
    }

    private static void Check(OperatingTierSources sources, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        CheckName(sources.RegisteredOn, "registeredOn", "unknownField", issues);
        CheckName(sources.Interaction, "interaction", "unknownEvent", issues);
        CheckName(sources.CoreUse, "coreUse", "unknownEvent", issues);
        CheckRule(sources.Converted, "/sources/converted", issues);
        CheckRule(sources.ValueProfile, "/sources/valueProfile", issues);
    }

    private static void CheckRule(SegmentRule? rule, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        RuleStructure.Check(rule, path, RuleScope.Users, issues);
        issues.AddRange(RuleNames.Of(rule, path)
            .Where(name => name.Kind == RuleNameKind.Segment)
            .Select(name => new DefinitionIssue("unknownSegment", name.Path, $"Tiers have no segments, so there is no '{name.Name}' here.")));
    }

    private static void CheckName(string? name, string member, string code, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            issues.Add(new(code, "/sources/" + member, $"The member '{member}' names nothing."));
        }
    }

    private static void CheckRange(int value, int least, int most, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (value < least || value > most)
        {
            string upTo = most == int.MaxValue ? "or more" : FormattableString.Invariant($"to {most}");
            issues.Add(new("outOfRange", path, FormattableString.Invariant($"The limit is {value}; it is {least} {upTo}.")));
        }
    }
}
