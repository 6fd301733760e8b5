namespace UserOps.Models.Stratification;

/// <summary>Adds up profit from the best user to the worst, as a share of the total: the back of a whale where some make losses. Immutable.</summary>
/// <remarks>
/// R. S. Kaplan, V. G. Narayanan, Measuring and Managing Customer Profitability, Journal of Cost Management 15(5), 2001, 5-15. Without losses it is the
/// Lorenz curve seen from the other end.
/// </remarks>
public sealed class WhaleCurveModel
{
    /// <summary>Initializes a new instance of the <see cref="WhaleCurveModel"/> class.</summary>
    /// <param name="definition">How many points are kept; null for 101.</param>
    /// <exception cref="InvalidDefinitionException">The number of points cannot be.</exception>
    public WhaleCurveModel(WhaleCurveDefinition? definition = null)
    {
        Definition = definition ?? new();
        InvalidDefinitionException.ThrowIfAny(StratificationRules.CheckPoints(Definition.MaximumPoints));
    }

    /// <summary>Gets how much is kept.</summary>
    public WhaleCurveDefinition Definition { get; }

    /// <summary>Draws the curve of users.</summary>
    /// <param name="profits">Of any sign; users without one are left out and counted.</param>
    /// <exception cref="ArgumentNullException">The profits are null.</exception>
    /// <remarks>O(n log n), one sort.</remarks>
    public WhaleCurveResult Evaluate(UserAmounts profits)
    {
        ArgumentNullException.ThrowIfNull(profits);
        var ranked = new RankedUsers(profits);
        return new(CurveOf(ranked.Descending, profits.Scale) with { Source = profits.Source, Currency = profits.Currency, Missing = profits.Missing }, ranked);
    }

    /// <summary>Draws the curve of profits without users.</summary>
    /// <param name="profits">Shape [users]; of any sign, in any order.</param>
    /// <exception cref="OverflowException">Brought to one number of digits after the point, the magnitudes together have more digits than a decimal holds.</exception>
    public WhaleCurveSummary Evaluate(ReadOnlySpan<decimal> profits)
    {
        Int128[] descending = GivenValues.Descending(profits, out int scale);
        return CurveOf(descending, scale);
    }

    private WhaleCurveSummary CurveOf(ReadOnlySpan<Int128> descending, int scale)
    {
        Int128 total = StratificationKernels.Sum(descending);
        int makers = StratificationKernels.CountPositive(descending);
        return new()
        {
            Definition = Definition,
            Users = descending.Length,
            Missing = 0,
            Total = CommonScale.ToDecimal(total, scale),
            ProfitMakers = makers,
            Profit = CommonScale.ToDecimal(StratificationKernels.Sum(descending[..makers]), scale),
            LossMakers = StratificationKernels.CountNegative(descending),
            Points = total > 0 ? CurvePoints.Of(descending, total, Definition.MaximumPoints, lowestFirst: false, (users, share) => new WhaleCurvePoint(users, share)) : [],
        };
    }
}
