using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>What a behavior summary holds beside counts, first, last and days: which events, and which properties are added up.</summary>
public sealed record BehaviorSummaryOptions
{
    /// <summary>Gets the event names to summarize, ordinal; empty for all of them.</summary>
    public ImmutableArray<string> Names
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the properties of money to add up; none twice.</summary>
    public ImmutableArray<AmountField> Amounts
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the properties of quantity to add up; none twice.</summary>
    public ImmutableArray<QuantityField> Quantities
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets what is added up: amounts, then quantities.</summary>
    internal ImmutableArray<Field> Sums => [.. Amounts, .. Quantities];

    /// <inheritdoc/>
    public bool Equals(BehaviorSummaryOptions? other) => other is not null
        && ListEquality.Equal(Names, other.Names)
        && ListEquality.Equal(Amounts, other.Amounts)
        && ListEquality.Equal(Quantities, other.Quantities);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ListEquality.Hash(Names), ListEquality.Hash(Amounts), ListEquality.Hash(Quantities));
}
