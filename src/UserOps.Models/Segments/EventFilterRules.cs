using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>What must hold for any event filter: whatever the data, and then for the columns of a dataset.</summary>
internal static class EventFilterRules
{
    /// <summary>Adds every fault of a filter: null filter, default list, null or empty names, nodes that are not for events, faults inside the test.</summary>
    /// <param name="filter">May be null: definitions read from JSON or written by hand can be wrong.</param>
    /// <param name="path">RFC 6901 pointer of the filter.</param>
    /// <param name="issues">Takes the faults in document order.</param>
    internal static void Check(EventFilter? filter, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (filter is null)
        {
            issues.Add(new("missingMember", path, "There is no event filter here; EventFilter.Any takes every event."));
            return;
        }

        CheckNames(filter.Names, path + "/names", issues);
        if (filter.Where is not null)
        {
            RuleStructure.Check(filter.Where, path + "/where", RuleScope.Events, issues);
        }
    }

    /// <summary>Adds every fault that shows only against data: columns that are absent, of another kind or in another currency.</summary>
    /// <param name="filter">Checked before, by itself.</param>
    /// <param name="data">Its events and contents.</param>
    /// <param name="path">RFC 6901 pointer of the filter.</param>
    /// <param name="issues">Takes the faults in document order.</param>
    internal static void CheckColumns(EventFilter filter, UserOpsDataset data, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (filter.Where is not null)
        {
            RuleFields.Check(filter.Where, path + "/where", new RuleFieldSource(name => EventRows.FieldOf(data, name)), issues);
        }
    }

    private static void CheckNames(ImmutableArray<string> names, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (names.IsDefault)
        {
            issues.Add(new("missingMember", path, "The list of names was never set; an empty list takes events of any name."));
            return;
        }

        for (int i = 0; i < names.Length; i++)
        {
            if (string.IsNullOrEmpty(names[i]))
            {
                issues.Add(new("emptyName", $"{path}/{i}", "An event has a name."));
            }
        }
    }
}
