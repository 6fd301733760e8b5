using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>What a tag is made of (标签血缘), read off its definition.</summary>
public sealed record TagLineage
{
    /// <summary>Gets the id of the tag.</summary>
    public required string Tag { get; init; }

    /// <summary>Gets what its own definition names, by kind, then by name, ordinal.</summary>
    public required ImmutableArray<TagSource> Direct { get; init; }

    /// <summary>Gets all it rests on: what it names, what the tags and rules it names do, and so on; in the same order.</summary>
    public required ImmutableArray<TagSource> All { get; init; }

    /// <inheritdoc/>
    public bool Equals(TagLineage? other)
        => other is not null && Tag == other.Tag && ListEquality.Equal(Direct, other.Direct) && ListEquality.Equal(All, other.All);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Tag, ListEquality.Hash(Direct), ListEquality.Hash(All));
}
