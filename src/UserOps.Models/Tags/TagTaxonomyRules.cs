using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>What must hold for a taxonomy: a tree, each node in the family of the one above.</summary>
internal static class TagTaxonomyRules
{
    internal static void Check(TagTaxonomy taxonomy, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (taxonomy.Nodes.IsDefault)
        {
            issues.Add(new("missingMember", path + "/nodes", "The list of nodes was never set; an empty list is allowed."));
            return;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < taxonomy.Nodes.Length; i++)
        {
            Check(taxonomy.Nodes[i], taxonomy, $"{path}/nodes/{i}", ids, issues);
        }
    }

    private static void Check(TagNode? node, TagTaxonomy taxonomy, string path, HashSet<string> ids, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (node is null || string.IsNullOrWhiteSpace(node.Id))
        {
            issues.Add(new("missingMember", node is null ? path : path + "/id", "A node has an id."));
            return;
        }

        if (!ids.Add(node.Id))
        {
            issues.Add(new("duplicateId", path + "/id", $"There is another node '{node.Id}'."));
        }

        if (node.Parent is not null)
        {
            CheckParent(node, taxonomy, path + "/parent", issues);
        }

        TagRules.CheckNamed(node.Family, path + "/family", issues);
        LocalizedText.Check(node.Name, path + "/name", issues);
    }

    private static void CheckParent(TagNode node, TagTaxonomy taxonomy, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (taxonomy.Find(node.Parent!) is not { } above)
        {
            issues.Add(new("unknownNode", path, $"There is no node '{node.Parent}'."));
        }
        else if (taxonomy.WayUp(above).Any(higher => higher.Id == node.Id))
        {
            IEnumerable<string> circle = taxonomy.WayUp(node).Select(step => step.Id).Append(node.Id);
            issues.Add(new("circularReference", path, $"The nodes stand above each other in a circle: {string.Join(" -> ", circle)}."));
        }
        else if (above.Family != node.Family)
        {
            issues.Add(new("otherFamily", path, $"'{node.Parent}' is of the family {above.Family}, not {node.Family}."));
        }
    }
}
