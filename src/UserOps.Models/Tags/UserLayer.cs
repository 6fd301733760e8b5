namespace UserOps.Models.Tags;

/// <summary>A layer of users: its value, its name, and who belongs to it unless a layer above takes them.</summary>
public sealed record UserLayer
{
    /// <summary>Gets the value: short, stable, ordinal; unique in its structure.</summary>
    public required string Value { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the rule.</summary>
    public required SegmentRule Rule { get; init; }
}
