namespace UserOps.Models.Value;

public sealed partial class GammaGammaModel
{
    /// <summary>Fits a model to the repeat buyers of a history.</summary>
    /// <param name="history">With mean spends. Who has no repeat purchase, or none whose money is known, and a row that stands for nobody, says nothing about spends and is left out.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    /// <returns>How it ended, with the model where it converged; <see cref="ValueFit{TModel}.LeftOut"/> counts who was left out.</returns>
    /// <exception cref="ArgumentException">
    /// The history has no spends, nobody bought again, or a mean spend is not above zero, unless the options leave such customers out. The message names the row.
    /// </exception>
    /// <exception cref="InvalidDefinitionException">The options cannot be; every fault is in <c>Issues</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static ValueFit<GammaGammaModel> Fit(PurchaseHistory history, GammaGammaOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        options ??= new();
        InvalidDefinitionException.ThrowIfAny(GammaGammaRules.Check(options));
        if (history.MeanSpends.IsEmpty && history.Count > 0)
        {
            throw new ArgumentException("The history has no spends; name the column of money when it is read.", nameof(history));
        }

        List<int> kept = [];
        for (int row = 0; row < history.Count; row++)
        {
            if (history.RepeatsWithSpend[row] == 0 || (history.HasWeights && history.Weights[row] == 0))
            {
                continue;
            }

            if (history.MeanSpends[row] > 0)
            {
                kept.Add(row);
            }
            else if (options.NonPositiveSpends == NonPositiveSpend.Refuse)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Row {row} has a mean spend of {history.MeanSpends[row]}: a spend is above 0. The options can leave such customers out."), nameof(history));
            }
        }

        SpendGroups groups = SpendGroups.Of(
            [.. kept.Select(row => history.RepeatsWithSpend[row])],
            [.. kept.Select(row => history.MeanSpends[row])],
            history.HasWeights ? [.. kept.Select(row => history.Weights[row])] : [])
            ?? throw new ArgumentException("Nobody bought again: there is no repeat purchase to learn spends from.", nameof(history));
        return GammaGammaFit.Run(groups, options, history.Currency, history.Customers - groups.Customers, cancellationToken);
    }

    /// <summary>Fits a model to columns that are ready.</summary>
    /// <param name="repeatPurchases">Purchases each mean is of; shape [rows], each at least 1: who bought once says nothing here and is to be left out.</param>
    /// <param name="meanSpends">Mean spend of these purchases; shape [rows], each above 0.</param>
    /// <param name="weights">For how many customers a row stands; shape [rows], each 0 or more, or empty for one each.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellationToken">Looked at before each step.</param>
    /// <returns>How it ended, with the model where it converged.</returns>
    /// <exception cref="ArgumentException">The columns differ in length, stand for nobody, or a value cannot be: the message names the first such row and the value.</exception>
    /// <exception cref="InvalidDefinitionException">The options cannot be; every fault is in <c>Issues</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static ValueFit<GammaGammaModel> Fit(
        ReadOnlySpan<int> repeatPurchases,
        ReadOnlySpan<double> meanSpends,
        ReadOnlySpan<double> weights = default,
        GammaGammaOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new();
        InvalidDefinitionException.ThrowIfAny(GammaGammaRules.Check(options));
        PurchaseColumns.RequireLength(repeatPurchases.Length, meanSpends.Length, nameof(meanSpends));
        PurchaseColumns.RequireLength(repeatPurchases.Length, weights.IsEmpty ? repeatPurchases.Length : weights.Length, nameof(weights));
        for (int row = 0; row < repeatPurchases.Length; row++)
        {
            PurchaseColumns.Require(repeatPurchases[row] >= 1, row, repeatPurchases[row], "spends are learned from repeat purchases, 1 or more; leave one-time buyers out", nameof(repeatPurchases));
            PurchaseColumns.Require(meanSpends[row] > 0 && double.IsFinite(meanSpends[row]), row, meanSpends[row], "a mean spend is above 0, and finite", nameof(meanSpends));
            PurchaseColumns.Require(weights.IsEmpty || (weights[row] >= 0 && double.IsFinite(weights[row])), row, weights.IsEmpty ? 0 : weights[row], "a weight is 0 or more, and finite", nameof(weights));
        }

        SpendGroups groups = SpendGroups.Of(repeatPurchases, meanSpends, weights) ?? throw new ArgumentException("There is no customer to learn from.", nameof(repeatPurchases));
        return GammaGammaFit.Run(groups, options, null, 0, cancellationToken);
    }

    /// <summary>Measures what the model takes for granted to be none: how spends go with the number of purchases.</summary>
    /// <param name="history">With mean spends; only repeat buyers count.</param>
    /// <returns>
    /// The correlation of repeat purchases and mean spends (Pearson), -1 to 1. Far from 0 the model, and a lifetime value that multiplies both forecasts, is wrong.
    /// <see cref="UndefinedReason.TooFew"/> with fewer than two repeat buyers, <see cref="UndefinedReason.ZeroBase"/> where one of the two does not vary.
    /// </returns>
    public static Measure<double> SpendCorrelation(PurchaseHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return SpendDependence.CorrelationOf(history);
    }
}
