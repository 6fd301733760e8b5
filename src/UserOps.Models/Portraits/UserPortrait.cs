using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>All that is known of one user in one view (360°用户画像): attributes, tags with their lineage, behavior, audiences, personas.</summary>
/// <remarks>JSON round-trip; immutable, and bound to no dataset. It speaks of a person: who may see it is for the caller to say.</remarks>
public sealed record UserPortrait
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets the instant and the zone for which it was asked.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets the attributes, all that were asked for, in the order of the schema.</summary>
    public required ImmutableArray<PortraitField> Attributes { get; init; }

    /// <summary>
    /// Gets the tags, all that were asked for, by family, then by node in the order of the taxonomy, those filed under the family itself first; places
    /// without a tag are left out.
    /// </summary>
    public required ImmutableArray<PortraitTagGroup> Tags { get; init; }

    /// <summary>Gets what the user did.</summary>
    public required PortraitBehavior Behavior { get; init; }

    /// <summary>Gets the audiences the user is in or may be in, in the order given.</summary>
    public required ImmutableArray<PortraitAudience> Audiences { get; init; }

    /// <summary>Gets the personas that stand for these audiences, in the order given.</summary>
    public required ImmutableArray<PortraitPersona> Personas { get; init; }

    /// <summary>Finds a tag.</summary>
    /// <param name="tag">Its id, ordinal.</param>
    /// <returns>What it says of the user; null for a tag that was not asked for.</returns>
    public PortraitTag? Find(string tag) => Tags.SelectMany(group => group.Tags).FirstOrDefault(each => each.Definition.Id == tag);

    /// <inheritdoc/>
    public bool Equals(UserPortrait? other) => other is not null
        && User == other.User
        && Context == other.Context
        && ListEquality.Equal(Attributes, other.Attributes)
        && ListEquality.Equal(Tags, other.Tags)
        && Behavior == other.Behavior
        && ListEquality.Equal(Audiences, other.Audiences)
        && ListEquality.Equal(Personas, other.Personas);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        User, Context, ListEquality.Hash(Attributes), ListEquality.Hash(Tags), Behavior, ListEquality.Hash(Audiences), ListEquality.Hash(Personas));

    /// <summary>Writes the portrait as lines of text, without regard to culture.</summary>
    public override string ToString() => PortraitText.Of(this);
}
