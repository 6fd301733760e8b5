using System.Collections.Immutable;
using System.Text.Json.Serialization;
using UserOps.Models.Tags;

namespace UserOps.Models.Portraits;

/// <summary>What is shown of one user (360°用户画像): which attributes and tags, in which order, and how sensitive they may be.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="UserPortraitModel"/> checks everything at once.</remarks>
public sealed record UserPortraitDefinition
{
    /// <summary>Initializes a new instance of the <see cref="UserPortraitDefinition"/> class: a card app's attributes, every tag, up to level 3.</summary>
    public UserPortraitDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal UserPortraitDefinition(TagSensitivity maximumSensitivity = PortraitDefaults.MaximumSensitivity) => MaximumSensitivity = maximumSensitivity;

    /// <summary>Gets the attributes, in the order in which they are shown. Default: <see cref="PortraitPresets.CardApp"/>.</summary>
    public UserSchema Attributes
    {
        get => field ?? PortraitPresets.CardApp;
        init;
    }

    /// <summary>Gets the families of tags, in the order in which they are shown; empty, the default, for all six in their own.</summary>
    public ImmutableArray<TagFamily> Families
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the ids of the tags, in the order in which they are shown within their node; empty, the default, for every active tag in the order of the catalog.</summary>
    public ImmutableArray<string> Tags
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets how sensitive a value may be that is shown, included. Default: <see cref="TagSensitivity.Level3"/>.</summary>
    /// <remarks>A more sensitive value is withheld, and so is an attribute that such a tag of the catalog reads as it stands.</remarks>
    public TagSensitivity MaximumSensitivity { get; init; } = PortraitDefaults.MaximumSensitivity;

    /// <inheritdoc/>
    public bool Equals(UserPortraitDefinition? other) => other is not null
        && Attributes == other.Attributes
        && ListEquality.Equal(Families, other.Families)
        && ListEquality.Equal(Tags, other.Tags)
        && MaximumSensitivity == other.MaximumSensitivity;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Attributes, ListEquality.Hash(Families), ListEquality.Hash(Tags), MaximumSensitivity);
}
