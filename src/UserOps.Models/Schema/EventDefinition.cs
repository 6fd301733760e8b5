using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>One event name a schema knows, and the properties that come with it.</summary>
public sealed record EventDefinition
{
    /// <summary>Gets the event name, unique in its schema; ordinal.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the properties this event may carry, as names of the schema's fields; empty to say nothing about them.</summary>
    public ImmutableArray<string> Properties
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the properties this event must carry, as names of the schema's fields; they need not be repeated in <see cref="Properties"/>.</summary>
    public ImmutableArray<string> RequiredProperties
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the name shown to people; null to show <see cref="Name"/>.</summary>
    public LocalizedText? DisplayName { get; init; }

    /// <summary>Gets when the event is recorded, for people; null for nothing to say.</summary>
    public string? Description { get; init; }

    /// <summary>Gets where the event comes from; null when it is not stated.</summary>
    public Lineage? Lineage { get; init; }

    /// <inheritdoc/>
    public bool Equals(EventDefinition? other) => other is not null
        && Name == other.Name
        && ListEquality.Equal(Properties, other.Properties)
        && ListEquality.Equal(RequiredProperties, other.RequiredProperties)
        && DisplayName == other.DisplayName
        && Description == other.Description
        && Lineage == other.Lineage;

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(Name, ListEquality.Hash(Properties), ListEquality.Hash(RequiredProperties), DisplayName, Description, Lineage);
}
