using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>What must hold for a session definition, whatever the data; each rule has one stable code.</summary>
internal static class SessionRules
{
    /// <summary>Adds every fault of a definition.</summary>
    /// <param name="definition">May be null: what holds it can be wrong.</param>
    /// <param name="path">RFC 6901 pointer of the definition.</param>
    /// <param name="issues">Takes the faults in document order.</param>
    internal static void Check(SessionDefinition? definition, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (definition is null)
        {
            issues.Add(new("missingMember", path, "There is no session definition here."));
            return;
        }

        EventFilterRules.Check(definition.Events, path + "/events", issues);
        if (definition is { InactivityLimit: null, Separators: null, Closes: null, Midnight: SessionMidnight.Continues })
        {
            issues.Add(new("noSessionRule", path, "Nothing ends a session: an inactivity limit, separators, close events or a cut at midnight is needed."));
        }

        if (definition.InactivityLimit < TimeSpan.Zero)
        {
            issues.Add(new("negativeDuration", path + "/inactivityLimit", $"The inactivity limit is {definition.InactivityLimit}; it cannot be negative."));
        }

        CheckOptional(definition.Separators, path + "/separators", issues);
        CheckOptional(definition.Closes, path + "/closes", issues);
        if (!Enum.IsDefined(definition.Midnight))
        {
            issues.Add(new("unknownValue", path + "/midnight", $"{definition.Midnight:D} is no {nameof(SessionMidnight)}."));
        }
    }

    /// <summary>Lists what shows only against data: columns of the filters' tests that are absent or of another kind.</summary>
    internal static ImmutableArray<DefinitionIssue> CheckColumns(SessionDefinition definition, UserOpsDataset data, string path)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        foreach ((EventFilter? filter, string member) in new[] { (definition.Events, "/events"), (definition.Separators, "/separators"), (definition.Closes, "/closes") })
        {
            if (filter is not null)
            {
                EventFilterRules.CheckColumns(filter, data, path + member, issues);
            }
        }

        return issues.DrainToImmutable();
    }

    private static void CheckOptional(EventFilter? filter, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (filter is not null)
        {
            EventFilterRules.Check(filter, path, issues);
        }
    }
}
