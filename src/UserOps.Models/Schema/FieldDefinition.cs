using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>What one column promises: kind, unit, values, where it comes from.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; the schema that holds it checks everything at once.</remarks>
public sealed record FieldDefinition
{
    /// <summary>Gets the column's name, unique in its schema; ordinal. Not <c>content.…</c> or <c>@…</c>, which are the library's own.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what the column holds.</summary>
    public required FieldKind Kind { get; init; }

    /// <summary>Gets the ISO 4217 code of an amount; null for every other kind.</summary>
    public string? Currency { get; init; }

    /// <summary>Gets the digits after the point of a quantity or an amount, 0 to 12; null for 4, and for every other kind.</summary>
    public int? Scale { get; init; }

    /// <summary>Gets the unit of a number or a quantity in words, such as <c>days</c>; null for none, and for every other kind.</summary>
    public string? Unit { get; init; }

    /// <summary>Gets a value indicating whether every row must have a value. Default: it may be missing.</summary>
    public bool Required { get; init; }

    /// <summary>Gets the texts a category, or an element of a set, may be; ordinal. Empty for any text, and for every other kind.</summary>
    public ImmutableArray<string> AllowedValues
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets which of the four kinds of data this is; null when it is not stated.</summary>
    public DataKind? DataKind { get; init; }

    /// <summary>Gets which of the five strongly related classes this is; null for none of them, or when it is not stated.</summary>
    public DataClass? DataClass { get; init; }

    /// <summary>Gets how much the field matters for the scenario of the schema; null when it is not stated.</summary>
    public Relevance? Relevance { get; init; }

    /// <summary>Gets where the field comes from; null when it is not stated.</summary>
    public Lineage? Lineage { get; init; }

    /// <summary>Gets the name shown to people; null to show <see cref="Name"/>.</summary>
    public LocalizedText? DisplayName { get; init; }

    /// <summary>Gets what the field means, for people; null for nothing to say.</summary>
    public string? Description { get; init; }

    /// <summary>Describes the column a handle names; what a handle does not say is left at its default.</summary>
    /// <param name="field">The handle.</param>
    /// <returns>A definition whose <see cref="ToField"/> equals <paramref name="field"/>.</returns>
    /// <exception cref="ArgumentNullException">The handle is null.</exception>
    public static FieldDefinition Of(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new()
        {
            Name = field.Name,
            Kind = field.Kind,
            Currency = (field as AmountField)?.Currency,
            Scale = (field as AmountField)?.Scale ?? (field as QuantityField)?.Scale,
        };
    }

    /// <summary>Makes the handle that ingest, filters and rules take.</summary>
    /// <returns>A handle of the type that belongs to <see cref="Kind"/>, such as <see cref="AmountField"/>.</returns>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public Field ToField()
    {
        InvalidDefinitionException.ThrowIfAny(SchemaRules.Check(this));
        return Kind switch
        {
            FieldKind.Category => Field.Category(Name),
            FieldKind.Number => Field.Number(Name),
            FieldKind.Quantity => Field.Quantity(Name, Scale ?? SchemaDefaults.Scale),
            FieldKind.Amount => Field.Amount(Name, Currency!, Scale ?? SchemaDefaults.Scale),
            FieldKind.Flag => Field.Flag(Name),
            FieldKind.Instant => Field.Instant(Name),
            FieldKind.Date => Field.Date(Name),
            _ => Field.Set(Name),
        };
    }

    /// <inheritdoc/>
    public bool Equals(FieldDefinition? other) => other is not null
        && Name == other.Name
        && Kind == other.Kind
        && Currency == other.Currency
        && Scale == other.Scale
        && Unit == other.Unit
        && Required == other.Required
        && ListEquality.Equal(AllowedValues, other.AllowedValues)
        && DataKind == other.DataKind
        && DataClass == other.DataClass
        && Relevance == other.Relevance
        && Lineage == other.Lineage
        && DisplayName == other.DisplayName
        && Description == other.Description;

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(Name, Kind, Currency, Scale, Required, ListEquality.Hash(AllowedValues), Lineage, DisplayName);
}
