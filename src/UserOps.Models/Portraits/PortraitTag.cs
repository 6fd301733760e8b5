using System.Text.Json.Serialization;
using UserOps.Models.Tags;

namespace UserOps.Models.Portraits;

/// <summary>What a tag says of one user, what it means and what it is made of.</summary>
public sealed record PortraitTag
{
    /// <summary>Gets what the tag means: its names, its values, its purpose, who answers for it, how it is computed.</summary>
    public required TagDefinition Definition { get; init; }

    /// <summary>Gets why there is a value, or none.</summary>
    public required PortraitValueState State { get; init; }

    /// <summary>Gets the value with its times, its source, its confidence and what it won over; null unless it is known.</summary>
    public TagValue? Value { get; init; }

    /// <summary>Gets the attributes, events, tags and systems it is made of.</summary>
    public required TagLineage Lineage { get; init; }

    /// <summary>Gets what the value of an enumeration is called; null for every other type, and where the definition does not list the value.</summary>
    [JsonIgnore]
    public LocalizedText? ValueName => Value?.Value?.Text is { } text ? Definition.Values.FirstOrDefault(label => label.Value == text)?.Name : null;

    /// <summary>Writes the tag with its value, who says so since when, and what lost against it; or with why there is none.</summary>
    public override string ToString() => $"{Definition.Id}: {(Value is null ? PortraitText.Of(State) : PortraitText.Of(Value))}";
}
