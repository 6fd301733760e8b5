using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Follows the references between rules: every name must mean a rule, and no rule may come back to itself.</summary>
internal static class SegmentReferences
{
    /// <summary>Checks the references of a rule and the rules they lead to; rules nobody refers to are not looked at.</summary>
    /// <param name="rule">Checked by itself before; may still be wrong.</param>
    /// <param name="segments">The rules there are.</param>
    /// <param name="issues">Takes the faults: first those of the rule, then those of the others.</param>
    /// <returns>The names the rule leads to, each after those it leads to itself.</returns>
    internal static ImmutableArray<string> Check(
        SegmentRule rule, IReadOnlyDictionary<string, SegmentRule> segments, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        var order = new List<string>();
        foreach ((string name, string path) in ReferencesOf(rule, ""))
        {
            if (!segments.ContainsKey(name))
            {
                issues.Add(Unknown(name, path));
            }
            else if (Follow(name, segments, order) is { } circle)
            {
                issues.Add(new("circularReference", path, $"The segments refer to each other in a circle: {string.Join(" -> ", circle)}."));
            }
        }

        foreach (string name in order)
        {
            string place = PathOf(name);
            RuleStructure.Check(segments[name], place, RuleScope.Users, issues);
            issues.AddRange(ReferencesOf(segments[name], place).Where(reference => !segments.ContainsKey(reference.Name)).Select(reference => Unknown(reference.Name, reference.Path)));
        }

        return [.. order];
    }

    /// <summary>Gives the RFC 6901 pointer of a rule others refer to.</summary>
    internal static string PathOf(string name)
        => "/segments/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>Adds the names a segment leads to, and then its own.</summary>
    /// <returns>The first circle that is met, the first name again at its end; null without one.</returns>
    private static ImmutableArray<string>? Follow(string start, IReadOnlyDictionary<string, SegmentRule> segments, List<string> order)
    {
        // A stack of our own: names can lead on for longer than the thread's is deep.
        var done = new HashSet<string>(order, StringComparer.Ordinal);
        var way = new List<string>();
        var todo = new Stack<(string Name, bool IsLeft)>();
        todo.Push((start, false));
        while (todo.TryPop(out (string Name, bool IsLeft) at))
        {
            if (at.IsLeft)
            {
                way.RemoveAt(way.Count - 1);
                done.Add(at.Name);
                order.Add(at.Name);
            }
            else if (way.IndexOf(at.Name) is var first and >= 0)
            {
                return [.. way.Skip(first), at.Name];
            }
            else if (!done.Contains(at.Name) && segments.TryGetValue(at.Name, out SegmentRule? rule))
            {
                way.Add(at.Name);
                todo.Push((at.Name, true));
                foreach ((string name, _) in ReferencesOf(rule, "").Reverse())
                {
                    todo.Push((name, false));
                }
            }
        }

        return null;
    }

    private static DefinitionIssue Unknown(string name, string path) => new("unknownSegment", path, $"There is no segment '{name}' here.");

    private static IEnumerable<(string Name, string Path)> ReferencesOf(SegmentRule? rule, string path, int depth = 0) => rule switch
    {
        _ when depth > SegmentDefaults.MaximumDepth => [], // refused elsewhere
        InSegment { Segment: { Length: > 0 } name } => [(name, path + "/segment")],
        AllOf { Args.IsDefault: false } all => all.Args.SelectMany((arg, i) => ReferencesOf(arg, $"{path}/args/{i}", depth + 2)),
        AnyOf { Args.IsDefault: false } any => any.Args.SelectMany((arg, i) => ReferencesOf(arg, $"{path}/args/{i}", depth + 2)),
        Negation negation => ReferencesOf(negation.Arg, path + "/arg", depth + 1),
        Assumption assumption => ReferencesOf(assumption.Arg, path + "/arg", depth + 1),
        _ => [],
    };
}
