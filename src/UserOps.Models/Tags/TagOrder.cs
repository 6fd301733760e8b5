using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>Puts the segments and tags of a catalog into an order in which each comes after those it names.</summary>
internal static class TagOrder
{
    /// <summary>Orders everything, and adds a fault for each circle that is met.</summary>
    /// <param name="references">Who names whom.</param>
    /// <param name="issues">Takes the faults; the circle is told by its names, the first again at its end.</param>
    internal static ImmutableArray<TagSource> Of(TagReferences references, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        var order = ImmutableArray.CreateBuilder<TagSource>();
        var done = new HashSet<TagSource>();
        foreach (TagSource start in references.Nodes)
        {
            Follow(start, references, done, order, issues);
        }

        return order.ToImmutable();
    }

    private static void Follow(
        TagSource start, TagReferences references, HashSet<TagSource> done, ImmutableArray<TagSource>.Builder order, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        // A stack of our own: names can lead on for longer than the thread's is deep.
        var way = new List<TagSource>();
        var isOnWay = new HashSet<TagSource>();
        var todo = new Stack<(TagSource Node, string Path, bool IsLeft)>([(start, "", false)]);
        while (todo.TryPop(out (TagSource Node, string Path, bool IsLeft) at))
        {
            if (at.IsLeft)
            {
                way.RemoveAt(way.Count - 1);
                isOnWay.Remove(at.Node);
                done.Add(at.Node);
                order.Add(at.Node);
            }
            else if (isOnWay.Contains(at.Node))
            {
                IEnumerable<string> circle = way.Skip(way.IndexOf(at.Node)).Append(at.Node).Select(node => node.Name);
                issues.Add(new("circularReference", at.Path, $"Tags and rules refer to each other in a circle: {string.Join(" -> ", circle)}."));
            }
            else if (!done.Contains(at.Node) && references.Contains(at.Node))
            {
                way.Add(at.Node);
                isOnWay.Add(at.Node);
                todo.Push((at.Node, at.Path, true));
                foreach (TagReference reference in references.Of(at.Node).Reverse())
                {
                    todo.Push((reference.Source, reference.Path, false));
                }
            }
        }
    }
}
