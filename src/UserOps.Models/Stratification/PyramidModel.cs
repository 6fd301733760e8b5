namespace UserOps.Models.Stratification;

/// <summary>Divides users into tiers by their value: by thresholds, by rank, or by what they hold together (金字塔分层模型、ABC). Immutable.</summary>
/// <remarks>The customer pyramid by rank: J. Curry, A. Curry, The Customer Marketing Method, Free Press, 2000; ABC: H. F. Dickie, Factory Management, July 1951.</remarks>
public sealed class PyramidModel
{
    /// <summary>Initializes a new instance of the <see cref="PyramidModel"/> class.</summary>
    /// <param name="definition">The tiers.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public PyramidModel(PyramidDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(PyramidRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets the tiers.</summary>
    public PyramidDefinition Definition { get; }

    /// <summary>Places users.</summary>
    /// <param name="values">Users without one are in no tier, which is not the lowest one.</param>
    /// <exception cref="ArgumentNullException">The values are null.</exception>
    /// <exception cref="InvalidDefinitionException">The thresholds are in another currency than the values.</exception>
    /// <exception cref="NegativeValuesException">Tiers are shares of the value, and some values are negative.</exception>
    /// <remarks>O(n) by thresholds, O(n log n) by shares.</remarks>
    public PyramidResult Evaluate(UserAmounts values)
    {
        ArgumentNullException.ThrowIfNull(values);
        PyramidRules.RequireCurrency(Definition, values);
        byte[] codes = Definition.Basis == PyramidBasis.Thresholds
            ? PyramidTiers.ByThresholds(Definition, values)
            : PyramidTiers.ByShares(Definition, values);
        return new(Definition, values, codes);
    }

    /// <summary>Places one value, without looking at any other.</summary>
    /// <param name="value">Any value, in the currency of the thresholds.</param>
    /// <returns>The last tier that begins at or below it; null below the first.</returns>
    /// <exception cref="InvalidOperationException">Tiers are shares, so that others decide where a value stands; use <see cref="PyramidSummary.ToThresholds"/>.</exception>
    public PyramidTier? TierOf(decimal value) => Definition.Basis == PyramidBasis.Thresholds
        ? Definition.Tiers.LastOrDefault(tier => tier.Bound <= value)
        : throw new InvalidOperationException("Tiers by shares depend on all values; evaluate them once, and place single values by the thresholds that come out (ToThresholds).");
}
