using System.Collections.Immutable;
using UserOps.Models.Tags;

namespace UserOps.Models.Portraits;

/// <summary>The tags of one user that are filed in one place.</summary>
public sealed record PortraitTagGroup
{
    /// <summary>Gets the family.</summary>
    public required TagFamily Family { get; init; }

    /// <summary>Gets the node of the taxonomy; null for tags filed under the family itself.</summary>
    public TagNode? Node { get; init; }

    /// <summary>Gets the tags, those without a value among them; at least one.</summary>
    public required ImmutableArray<PortraitTag> Tags { get; init; }

    /// <inheritdoc/>
    public bool Equals(PortraitTagGroup? other) => other is not null && Family == other.Family && Node == other.Node && ListEquality.Equal(Tags, other.Tags);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Family, Node, ListEquality.Hash(Tags));

    /// <summary>Writes the place and a line for each tag.</summary>
    public override string ToString() => PortraitText.Block(Node?.Id ?? Family.ToString(), Tags);
}
