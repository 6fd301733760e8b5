using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Profitability;

/// <summary>What is asked about how many products users hold (交叉销售): the products, and how many make a user cross-sold.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="ProductHoldingModel"/> checks everything at once.</remarks>
public sealed record ProductHoldingDefinition
{
    /// <summary>Initializes a new instance of the <see cref="ProductHoldingDefinition"/> class: two products are cross-sold.</summary>
    public ProductHoldingDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal ProductHoldingDefinition(int threshold = ProfitabilityDefaults.CrossSellProducts) => Threshold = threshold;

    /// <summary>Gets the products, 1 to 64.</summary>
    public required ImmutableArray<HeldProduct> Products { get; init; }

    /// <summary>Gets how many products a cross-sold user holds at least; 1 to the number of products. Default: 2, which nobody holds where there is only one.</summary>
    public int Threshold { get; init; } = ProfitabilityDefaults.CrossSellProducts;

    /// <summary>Makes the question for a column of sets that lists what each user holds.</summary>
    /// <param name="field">The column.</param>
    /// <param name="products">The values to look for; each is a product of that name. Others are not counted, such as closed ones.</param>
    /// <exception cref="ArgumentNullException">The column is null.</exception>
    public static ProductHoldingDefinition OfSet(SetField field, params ReadOnlySpan<string> products)
    {
        ArgumentNullException.ThrowIfNull(field);
        var held = ImmutableArray.CreateBuilder<HeldProduct>(products.Length);
        foreach (string product in products)
        {
            held.Add(new() { Name = product, Holds = field.ContainsAny(product) });
        }

        return new() { Products = held.MoveToImmutable() };
    }

    /// <inheritdoc/>
    public bool Equals(ProductHoldingDefinition? other)
        => other is not null && ListEquality.Equal(Products, other.Products) && Threshold == other.Threshold;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ListEquality.Hash(Products), Threshold);
}
