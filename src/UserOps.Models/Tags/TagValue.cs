using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>What a tag says of one user at an instant (标签值): the value with its validity, source and confidence, and what it won over.</summary>
public sealed record TagValue
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets the id of the tag.</summary>
    public required string Tag { get; init; }

    /// <summary>
    /// Gets the value: a text, an exact number, true or false, a date as ISO 8601 text. Null for a set, and for a measured number that no decimal holds.
    /// </summary>
    public RuleValue? Value { get; init; }

    /// <summary>Gets a number as the double nearest to it; null for every other type.</summary>
    public double? Number { get; init; }

    /// <summary>Gets the elements of a set, ordinal; empty for the empty set, and for every other type.</summary>
    public ImmutableArray<string> Elements
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the instant from which the value stands, included; for what is computed, the instant of the evaluation.</summary>
    public required DateTimeOffset AssignedAt { get; init; }

    /// <summary>Gets the instant at which it ends, left out; null for no end.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Gets who says so; for what is computed, the name of the tag's kind.</summary>
    public required string Source { get; init; }

    /// <summary>Gets how sure the source is, 0 to 1; null when it does not say.</summary>
    public double? Confidence { get; init; }

    /// <summary>Gets a value indicating whether it could be another one, were the missing data known.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>Gets what other sources say that lost against it, the best of them first; empty for no conflict.</summary>
    public ImmutableArray<TagAssignment> Losers
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <inheritdoc/>
    public bool Equals(TagValue? other) => other is not null
        && User == other.User
        && Tag == other.Tag
        && Value == other.Value
        && Number == other.Number
        && ListEquality.Equal(Elements, other.Elements)
        && AssignedAt == other.AssignedAt
        && ValidUntil == other.ValidUntil
        && Source == other.Source
        && Confidence == other.Confidence
        && IsUncertain == other.IsUncertain
        && ListEquality.Equal(Losers, other.Losers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(User, Tag, Value, Number, AssignedAt, ValidUntil, Source);
}
