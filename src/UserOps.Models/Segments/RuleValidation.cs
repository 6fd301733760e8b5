using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Everything that can be said of a rule without data, in the order of its document.</summary>
internal static class RuleValidation
{
    private const string UnknownNode = "/op";

    /// <param name="reading">The rule, and what was wrong with its text.</param>
    /// <param name="fields">What it may name.</param>
    /// <param name="segments">The other rules; null for one that could not be read.</param>
    internal static ImmutableArray<SegmentIssue> Check(RuleReading reading, RuleFieldSource fields, IReadOnlyDictionary<string, SegmentRule?> segments)
    {
        if (reading.Rule is null || !RuleSize.IsWithinLimit(reading.Rule))
        {
            return [.. reading.Issues.Concat(reading.Rule is null ? [] : StructureOf(reading.Rule)).Select(issue => Error(issue))];
        }

        IEnumerable<SegmentIssue> found = WithoutReplaced(FaultsOf(reading.Rule, fields, segments), reading.Replaced);
        ImmutableArray<SegmentIssue> errors = WithoutRepeats(WithoutUnknownNodes([.. reading.Issues.Select(issue => Error(issue)), .. found]));
        return DocumentOrder.Sort(errors.Concat(WithoutReplaced(RuleWarnings.Find(reading.Rule, fields, errors), reading.Replaced)));
    }

    private static IEnumerable<SegmentIssue> FaultsOf(SegmentRule rule, RuleFieldSource fields, IReadOnlyDictionary<string, SegmentRule?> segments)
    {
        var ofFields = ImmutableArray.CreateBuilder<DefinitionIssue>();
        RuleFields.Check(rule, "", fields, ofFields);
        return
        [
            .. StructureOf(rule).Where(issue => !IsForFields(issue, fields)).Concat(ofFields).Select(issue => Error(issue)),
            .. new SegmentReferences(segments).Faults(rule).Select(fault => Error(fault.Issue, fault.Circle)),
        ];
    }

    private static ImmutableArray<DefinitionIssue> StructureOf(SegmentRule rule)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        RuleStructure.Check(rule, "", RuleScope.Users, issues);
        return issues.ToImmutable();
    }

    /// <summary>What a value is, and how two of them compare, is the field's to say where there is one.</summary>
    private static bool IsForFields(DefinitionIssue issue, RuleFieldSource fields) => issue.Code switch
    {
        "emptyRange" => fields.DecidedNodes!.Contains(issue.Path),
        "typeMismatch" => fields.DecidedNodes!.Contains(NodeOfValue(issue.Path)),
        _ => false,
    };

    private static string NodeOfValue(string path)
    {
        string parent = ParentOf(path);
        return parent.EndsWith("/values", StringComparison.Ordinal) ? ParentOf(parent) : parent;
    }

    private static string ParentOf(string path) => path[..Math.Max(path.LastIndexOf('/'), 0)];

    /// <summary>Drops what speaks of something harmless that stands in place of what could not be read.</summary>
    private static IEnumerable<SegmentIssue> WithoutReplaced(IEnumerable<SegmentIssue> issues, HashSet<string> replaced)
    {
        HashSet<string> nodes = [.. replaced.Where(IsOfRange).Select(ParentOf)];
        return issues.Where(issue => !PrefixesOf(issue.Path).Any(replaced.Contains) && !(issue.Code == "emptyRange" && nodes.Contains(issue.Path)));
    }

    /// <summary>Says whether a member is an end of a range, or says that an end counts.</summary>
    private static bool IsOfRange(string path) => path[(path.LastIndexOf('/') + 1)..]
        is "low" or "high" or "lowInclusive" or "highInclusive" or "fromDays" or "toDays" or "fromDaysAgo" or "toDaysAgo" or "from" or "to";

    /// <summary>A node whose operator is not known is not entered.</summary>
    private static IEnumerable<SegmentIssue> WithoutUnknownNodes(ImmutableArray<SegmentIssue> issues)
    {
        HashSet<string> closed = [.. issues.Where(IsOfOperator).Select(issue => ParentOf(issue.Path))];
        return issues.Where(issue => IsOfOperator(issue) || !PrefixesOf(issue.Path).Any(closed.Contains));
    }

    private static bool IsOfOperator(SegmentIssue issue) => issue.Code == "unknownOperator" && issue.Path.EndsWith(UnknownNode, StringComparison.Ordinal);

    private static ImmutableArray<SegmentIssue> WithoutRepeats(IEnumerable<SegmentIssue> issues)
        => [.. issues.DistinctBy(issue => (issue.Code, issue.Path, issue.Code == "missingMember" ? issue.Message : null))];

    internal static IEnumerable<string> PrefixesOf(string path)
    {
        for (string prefix = path; ; prefix = ParentOf(prefix))
        {
            yield return prefix;
            if (prefix.Length == 0)
            {
                yield break;
            }
        }
    }

    private static SegmentIssue Error(DefinitionIssue issue, ImmutableArray<string> circle = default)
        => new() { Code = issue.Code, Severity = SegmentIssueSeverity.Error, Path = issue.Path, Message = issue.Message, Cycle = circle };
}
