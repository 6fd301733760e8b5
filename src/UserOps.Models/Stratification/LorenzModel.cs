namespace UserOps.Models.Stratification;

/// <summary>Draws the Lorenz curve of values and measures its bend by the Gini coefficient. Immutable.</summary>
/// <remarks>
/// L(k) is the share of the k lowest values; Gini = <c>1 - sum(L(k-1) + L(k)) / n</c>, which is the mean absolute difference over twice the mean,
/// without small-sample correction. M. O. Lorenz, Publications of the American Statistical Association 9(70), 1905, 209-219.
/// </remarks>
public sealed class LorenzModel
{
    /// <summary>Initializes a new instance of the <see cref="LorenzModel"/> class.</summary>
    /// <param name="definition">How many points are kept; null for 101.</param>
    /// <exception cref="InvalidDefinitionException">The number of points cannot be.</exception>
    public LorenzModel(LorenzDefinition? definition = null)
    {
        Definition = definition ?? new();
        InvalidDefinitionException.ThrowIfAny(StratificationRules.CheckPoints(Definition.MaximumPoints));
    }

    /// <summary>Gets how much is kept.</summary>
    public LorenzDefinition Definition { get; }

    /// <summary>Draws the curve of users.</summary>
    /// <param name="values">0 or more each; users without one are left out and counted.</param>
    /// <exception cref="ArgumentNullException">The values are null.</exception>
    /// <exception cref="NegativeValuesException">Some values are negative.</exception>
    /// <remarks>O(n log n), one sort.</remarks>
    public LorenzCurve Evaluate(UserAmounts values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var ranked = new RankedUsers(values);
        ranked.RequireNoneNegative(nameof(values));
        return CurveOf(ranked.Descending, values.Scale) with { Source = values.Source, Currency = values.Currency, Missing = values.Missing };
    }

    /// <summary>Draws the curve of values without users.</summary>
    /// <param name="values">Shape [users]; 0 or more each, in any order.</param>
    /// <exception cref="NegativeValuesException">A value is negative; <see cref="NegativeValuesException.Index"/> is the first of them.</exception>
    /// <exception cref="OverflowException">Brought to one number of digits after the point, the values together have more digits than a decimal holds.</exception>
    public LorenzCurve Evaluate(ReadOnlySpan<decimal> values)
    {
        Int128[] descending = GivenValues.Descending(values, nameof(values), out int scale);
        return CurveOf(descending, scale);
    }

    private LorenzCurve CurveOf(ReadOnlySpan<Int128> descending, int scale)
    {
        Int128 total = StratificationKernels.Sum(descending);
        UndefinedReason? undefined = ValueShares.Undefined(CommonScale.ToDecimal(total, scale), descending.Length);
        return new()
        {
            Definition = Definition,
            Users = descending.Length,
            Missing = 0,
            Total = CommonScale.ToDecimal(total, scale),
            Points = undefined is null ? CurvePoints.Of(descending, total, Definition.MaximumPoints, lowestFirst: true, (users, share) => new LorenzPoint(users, share)) : [],
            Gini = undefined is { } reason ? reason : StratificationKernels.Gini(descending, total),
        };
    }
}
