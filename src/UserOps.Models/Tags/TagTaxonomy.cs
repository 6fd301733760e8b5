using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>Where tags are filed: a tree under the six families. Plain data, JSON round-trip, editable; no model reads it.</summary>
public sealed record TagTaxonomy
{
    /// <summary>Gets the shipped tree for retail finance: the six families and one level below them.</summary>
    public static TagTaxonomy Default { get; } = DefaultTaxonomy.Tree();

    /// <summary>Gets the nodes, in the order in which they are shown.</summary>
    public required ImmutableArray<TagNode> Nodes { get; init; }

    /// <summary>Finds a node.</summary>
    /// <param name="id">Ordinal.</param>
    /// <returns>The node; null when there is none.</returns>
    public TagNode? Find(string id) => Nodes.IsDefault ? null : Nodes.FirstOrDefault(node => node?.Id == id);

    /// <summary>Lists a node and all those below it.</summary>
    /// <param name="id">Ordinal; of an unknown node nothing is listed.</param>
    /// <returns>In the order of the taxonomy.</returns>
    public ImmutableArray<TagNode> Under(string id)
        => Nodes.IsDefault ? [] : [.. Nodes.Where(node => node is not null && WayUp(node).Any(above => above.Id == id))];

    /// <inheritdoc/>
    public bool Equals(TagTaxonomy? other) => other is not null && ListEquality.Equal(Nodes, other.Nodes);

    /// <inheritdoc/>
    public override int GetHashCode() => ListEquality.Hash(Nodes);

    /// <summary>Gives a node, the one above it, and so on; ends where a circle would begin.</summary>
    internal IEnumerable<TagNode> WayUp(TagNode? node)
    {
        for (var met = new HashSet<string>(StringComparer.Ordinal); node?.Id is not null && met.Add(node.Id); node = node.Parent is null ? null : Find(node.Parent))
        {
            yield return node;
        }
    }
}
