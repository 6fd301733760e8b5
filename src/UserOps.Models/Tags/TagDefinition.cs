using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Tags;

/// <summary>A named, typed statement about a user (标签): what it says, where its values come from, for how long they stand, who answers for it.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="TagCatalog.Validate"/> reports every fault at once.</remarks>
public sealed record TagDefinition
{
    /// <summary>Gets the stable id, such as <c>finance.asset-tier</c>; unique in its catalog, ordinal. <c>builtin.</c> is the library's own.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets which of the six families it belongs to.</summary>
    public required TagFamily Family { get; init; }

    /// <summary>Gets the id of its node in the taxonomy, one of its family; null for the family itself.</summary>
    public string? Node { get; init; }

    /// <summary>Gets which of the five strongly related classes of data it speaks of; null for none of them, or when it is not stated.</summary>
    public DataClass? DataClass { get; init; }

    /// <summary>Gets how much it matters for the scenario of the catalog; null when it is not stated.</summary>
    public Relevance? Relevance { get; init; }

    /// <summary>Gets what its values are.</summary>
    public required TagValueType ValueType { get; init; }

    /// <summary>
    /// Gets the values of an enumeration, in their order, or the elements of a set. Empty for whatever texts the data hold, which rules and scores do
    /// not allow; empty for every other type.
    /// </summary>
    public ImmutableArray<TagLabel> Values
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets where its values come from.</summary>
    public required TagComputation Computation { get; init; }

    /// <summary>Gets for how long a value stands; null for good.</summary>
    public TagValidity? Validity { get; init; }

    /// <summary>Gets what it may be used for; not empty.</summary>
    public required string Purpose { get; init; }

    /// <summary>Gets how sensitive its values are.</summary>
    public required TagSensitivity Sensitivity { get; init; }

    /// <summary>Gets who answers for it; not empty.</summary>
    public required string Owner { get; init; }

    /// <summary>Gets where it stands in its life.</summary>
    public required TagStatus Status { get; init; }

    /// <summary>Gets the version, 1 or more; a tag that changes what it means gets a new one.</summary>
    public required int Version { get; init; }

    // An ignored member's name is skipped where it is read; under a name nobody writes, a stray "kind" is refused like any other.
    /// <summary>Gets the one kind it is of; null as long as there is no computation.</summary>
    [JsonIgnore]
    [JsonPropertyName("(kind)")]
    public TagKind? Kind => Computation?.Kind;

    /// <summary>Gets a value indicating whether the id lies in the namespace of the tags this library ships; all others are custom tags.</summary>
    [JsonIgnore]
    [JsonPropertyName("(isBuiltIn)")]
    public bool IsBuiltIn => Id is not null && Id.StartsWith(TagDefaults.BuiltInPrefix, StringComparison.Ordinal);

    /// <summary>Gets the name under which rules of the same catalog read its value as a field: <c>@tag.</c> and the id.</summary>
    [JsonIgnore]
    [JsonPropertyName("(fieldName)")]
    public string FieldName => TagDefaults.FieldPrefix + Id;

    /// <inheritdoc/>
    public bool Equals(TagDefinition? other) => other is not null
        && Id == other.Id
        && Name == other.Name
        && Family == other.Family
        && Node == other.Node
        && DataClass == other.DataClass
        && Relevance == other.Relevance
        && ValueType == other.ValueType
        && ListEquality.Equal(Values, other.Values)
        && Computation == other.Computation
        && Validity == other.Validity
        && Purpose == other.Purpose
        && Sensitivity == other.Sensitivity
        && Owner == other.Owner
        && Status == other.Status
        && Version == other.Version;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Name, Family, ValueType, ListEquality.Hash(Values), Computation, Status, Version);
}
