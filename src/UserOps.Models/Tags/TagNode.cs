namespace UserOps.Models.Tags;

/// <summary>One place in a taxonomy of tags.</summary>
public sealed record TagNode
{
    /// <summary>Gets the stable id, such as <c>financial.credit</c>; unique in its taxonomy, ordinal.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id of the node above, of the same family; null at the top of a family.</summary>
    public string? Parent { get; init; }

    /// <summary>Gets the family.</summary>
    public required TagFamily Family { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }
}
