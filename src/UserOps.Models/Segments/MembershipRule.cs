using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>A field against a list of values; unknown where the field is missing, whatever the list.</summary>
public abstract record MembershipRule : FieldRule
{
    private protected MembershipRule()
    {
    }

    /// <summary>Gets the values; a repeated one changes nothing.</summary>
    public required ImmutableArray<RuleValue> Values { get; init; }

    /// <inheritdoc/>
    public virtual bool Equals(MembershipRule? other) => base.Equals(other) && ListEquality.Equal(Values, other!.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), ListEquality.Hash(Values));
}
