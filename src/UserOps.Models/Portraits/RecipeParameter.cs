using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>A value of a recipe that is meant to be changed: a name for some places of its rule.</summary>
/// <remarks>Its default is what stands at these places, so that the rule of a recipe can be used as it is.</remarks>
public sealed record RecipeParameter
{
    /// <summary>Gets the name, unique in its recipe; ordinal.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name shown to people.</summary>
    public required LocalizedText DisplayName { get; init; }

    /// <summary>Gets the unit in words, such as <c>CNY</c> or <c>days</c>; null for none.</summary>
    public string? Unit { get; init; }

    /// <summary>Gets the least number allowed, included; null for no limit, and for values that are no numbers.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Gets the greatest number allowed, included; null for no limit, and for values that are no numbers.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Gets the places of the value in the JSON form of the rule, as RFC 6901 pointers such as <c>/args/0/value</c>; at least one, all of one value.</summary>
    public required ImmutableArray<string> Places { get; init; }

    /// <inheritdoc/>
    public bool Equals(RecipeParameter? other) => other is not null
        && Name == other.Name
        && DisplayName == other.DisplayName
        && Unit == other.Unit
        && Minimum == other.Minimum
        && Maximum == other.Maximum
        && ListEquality.Equal(Places, other.Places);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, DisplayName, Unit, Minimum, Maximum, ListEquality.Hash(Places));
}
