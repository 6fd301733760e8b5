using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary><c>orderedRules</c>: the value of the first rule that is true. A rule that is unknown is passed over, and the user is then uncertain.</summary>
public sealed record OrderedRulesComputation : TagComputation
{
    /// <summary>Gets the rules, in the order in which they are asked; two may give the same value.</summary>
    public required ImmutableArray<TagRule> Rules { get; init; }

    internal override TagKind Kind => TagKind.Rule;

    /// <inheritdoc/>
    public bool Equals(OrderedRulesComputation? other) => other is not null && ListEquality.Equal(Rules, other.Rules);

    /// <inheritdoc/>
    public override int GetHashCode() => ListEquality.Hash(Rules);
}
