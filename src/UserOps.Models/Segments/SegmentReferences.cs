using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Follows the references between rules: every name must mean a rule, and no rule may come back to itself.</summary>
/// <param name="segments">The rules there are; null for one that could not be read.</param>
internal sealed class SegmentReferences(IReadOnlyDictionary<string, SegmentRule?> segments)
{
    private const int NamesTold = 8;

    private readonly List<string> _order = [];
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ImmutableArray<string> Circle, int Entry)> _leadsToCircle = new(StringComparer.Ordinal);

    /// <summary>Checks the references of a rule and the rules they lead to; rules nobody refers to are not looked at.</summary>
    /// <param name="rule">Checked by itself before; may still be wrong.</param>
    /// <param name="segments">The rules there are.</param>
    /// <param name="issues">Takes the faults: first those of the rule, then those of the others.</param>
    /// <returns>The names the rule leads to, each after those it leads to itself.</returns>
    internal static ImmutableArray<string> Check(
        SegmentRule rule, IReadOnlyDictionary<string, SegmentRule?> segments, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        var references = new SegmentReferences(segments);
        issues.AddRange(references.Faults(rule).Select(fault => fault.Issue));
        foreach (string name in references._order)
        {
            string place = PathOf(name);
            RuleStructure.Check(segments[name], place, RuleScope.Users, issues);
            issues.AddRange(ReferencesOf(segments[name], place).Where(reference => !segments.ContainsKey(reference.Name)).Select(reference => Unknown(reference.Name, reference.Path)));
        }

        return [.. references._order];
    }

    /// <summary>Gives the RFC 6901 pointer of a rule others refer to.</summary>
    internal static string PathOf(string name)
        => "/segments/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>Lists the references of a rule that mean nothing or lead to a circle, with the names along it, the first one again at the end.</summary>
    internal IEnumerable<(DefinitionIssue Issue, ImmutableArray<string> Circle)> Faults(SegmentRule rule)
    {
        foreach ((_, string name, string path) in ReferencesOf(rule, ""))
        {
            if (!segments.ContainsKey(name))
            {
                yield return (Unknown(name, path), []);
                continue;
            }

            Follow(name);
            if (_leadsToCircle.TryGetValue(name, out (ImmutableArray<string> Circle, int Entry) found))
            {
                ImmutableArray<string> circle = [.. found.Circle[found.Entry..], .. found.Circle[..found.Entry], found.Circle[found.Entry]];
                string told = string.Join(" -> ", circle.Take(NamesTold)) + (circle.Length > NamesTold ? " -> ..." : "");
                yield return (new("circularReference", path, $"The segments refer to each other in a circle: {told}."), circle);
            }
        }
    }

    /// <summary>Looks at everything a segment leads to, once: each name gets its place in the order, or the first circle it leads to.</summary>
    private void Follow(string start)
    {
        // A stack of our own: names can lead on for longer than the thread's is deep.
        var way = new List<string>();
        var placeOnWay = new Dictionary<string, int>(StringComparer.Ordinal);
        var todo = new Stack<(string Name, bool IsLeft)>();
        todo.Push((start, false));
        while (todo.TryPop(out (string Name, bool IsLeft) at))
        {
            if (at.IsLeft)
            {
                way.RemoveAt(way.Count - 1);
                placeOnWay.Remove(at.Name);
                _done.Add(at.Name);
                _order.Add(at.Name);
            }
            else if (placeOnWay.TryGetValue(at.Name, out int first))
            {
                MarkWay(way, [.. way.Skip(first)], first);
                return;
            }
            else if (_leadsToCircle.TryGetValue(at.Name, out (ImmutableArray<string> Circle, int Entry) known))
            {
                way.ForEach(name => _leadsToCircle[name] = known);
                return;
            }
            else if (!_done.Contains(at.Name) && segments.TryGetValue(at.Name, out SegmentRule? rule))
            {
                placeOnWay.Add(at.Name, way.Count);
                way.Add(at.Name);
                todo.Push((at.Name, true));
                foreach ((_, string name, _) in ReferencesOf(rule, "").Reverse())
                {
                    todo.Push((name, false));
                }
            }
        }
    }

    /// <summary>Notes a circle for everything that leads to it; what is a part of it enters it where it stands.</summary>
    private void MarkWay(List<string> way, ImmutableArray<string> circle, int first)
    {
        for (int i = 0; i < way.Count; i++)
        {
            _leadsToCircle[way[i]] = (circle, Math.Max(i - first, 0));
        }
    }

    private static DefinitionIssue Unknown(string name, string path) => new("unknownSegment", path, $"There is no segment '{name}' here.");

    private static IEnumerable<RuleName> ReferencesOf(SegmentRule? rule, string path) => RuleNames.Of(rule, path).Where(name => name.Kind == RuleNameKind.Segment);
}
