using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>A typical user described in words (虚拟代表), linked to the audience whose data the description was drawn from.</summary>
/// <remarks>Plain data, JSON round-trip; written by people, computed by nobody. May be wrong until <see cref="Validate"/> gives no issue.</remarks>
public sealed record Persona
{
    /// <summary>Gets the stable id, such as <c>bank.newly-rich</c>; not empty.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version, 1 or more; an edited persona gets a new one.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the name: a person's, or what such users are called.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the story: who this is, in a paragraph.</summary>
    public required LocalizedText Story { get; init; }

    /// <summary>Gets the traits; at least one.</summary>
    public required ImmutableArray<LocalizedText> Traits { get; init; }

    /// <summary>Gets what the user wants; at least one.</summary>
    public required ImmutableArray<LocalizedText> Goals { get; init; }

    /// <summary>Gets what stands in the way; empty for nothing known.</summary>
    public ImmutableArray<LocalizedText> Pains
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the name of the audience or rule it stands for, as the caller keeps it; null when the rule itself is here.</summary>
    public string? Audience { get; init; }

    /// <summary>Gets the rule of the audience it stands for; null when it is kept elsewhere, under <see cref="Audience"/>.</summary>
    public SegmentRule? Rule { get; init; }

    /// <summary>Lists every fault: a persona without an audience is a story and nothing more.</summary>
    /// <returns>Faults in document order; empty for a sound persona.</returns>
    public ImmutableArray<DefinitionIssue> Validate() => PersonaRules.Check(this);

    /// <inheritdoc/>
    public bool Equals(Persona? other) => other is not null
        && Id == other.Id
        && Version == other.Version
        && Name == other.Name
        && Story == other.Story
        && ListEquality.Equal(Traits, other.Traits)
        && ListEquality.Equal(Goals, other.Goals)
        && ListEquality.Equal(Pains, other.Pains)
        && Audience == other.Audience
        && Rule == other.Rule;

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(Id, Version, Name, Story, ListEquality.Hash(Traits), ListEquality.Hash(Goals), ListEquality.Hash(Pains), HashCode.Combine(Audience, Rule));
}
