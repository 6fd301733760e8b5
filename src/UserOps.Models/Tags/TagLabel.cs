namespace UserOps.Models.Tags;

/// <summary>One value of an enumeration, and what it is called where people read it.</summary>
public sealed record TagLabel
{
    /// <summary>Gets the value: short, stable, ordinal; unique in its tag.</summary>
    public required string Value { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }
}
