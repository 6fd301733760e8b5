namespace UserOps.Models.Value;

/// <summary>A history cut in two: what models learn from, and what its customers did afterwards. Immutable.</summary>
public sealed class CalibrationHoldoutResult
{
    private readonly PurchasePlan _whole;
    private readonly PurchasePlan _before;
    private readonly PurchaseRow[] _holdout;
    private readonly int[] _purchases;

    internal CalibrationHoldoutResult(
        CalibrationHoldoutDefinition definition, PurchaseHistoryResult calibration, PurchasePlan whole, PurchasePlan before, PurchaseRow[] holdout, PurchaseHistorySummary after)
    {
        Definition = definition;
        Calibration = calibration;
        _whole = whole;
        _before = before;
        Holdout = after;
        _holdout = new PurchaseRow[calibration.Customers.Count];
        foreach (PurchaseRow row in holdout)
        {
            int place = calibration.Customers.RowOf(row.Ordinal);
            if (place >= 0)
            {
                _holdout[place] = row;
            }
        }

        _purchases = [.. _holdout.Select(row => row.Purchases)];
        Duration = (double)(whole.EndPeriod - whole.Periods.NumberOf(before.Window.EndDay)) / whole.Definition.Unit.Count;
    }

    /// <summary>Gets what was asked.</summary>
    public CalibrationHoldoutDefinition Definition { get; }

    /// <summary>Gets as of when, in which zone, with which first day of the week.</summary>
    public EvaluationContext Context => _whole.Context;

    /// <summary>Gets the first side: fit to its history.</summary>
    public PurchaseHistoryResult Calibration { get; }

    /// <summary>Gets the counts of the second side, read by itself as if the log began after the calibration.</summary>
    /// <remarks>
    /// So its customers are all who bought then, also those who first bought after the calibration and have no row; and a refund there of a purchase of the
    /// calibration is in <see cref="PurchaseHistorySummary.RefundsWithoutPurchase"/>: it takes nothing back on either side.
    /// </remarks>
    public PurchaseHistorySummary Holdout { get; }

    /// <summary>Gets the time from the end of calibration to the end of observation, in the unit of the history.</summary>
    public double Duration { get; }

    /// <summary>Gets the purchases of each customer after the calibration, none of them left out; shape [rows of the calibration].</summary>
    public ReadOnlySpan<int> HoldoutPurchases => _purchases;

    /// <summary>Gets what a customer spent after the calibration, exact.</summary>
    /// <param name="row">A row of the calibration.</param>
    /// <returns><see cref="UndefinedReason.EmptyPopulation"/> without a purchase whose money is known.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public Measure<decimal> HoldoutSpendAt(int row) => KnownAt(row) == 0
        ? UndefinedReason.EmptyPopulation
        : DecimalUnits.ToDecimal(_holdout[row].FirstSpend + _holdout[row].RepeatSpend, _whole.Amounts!.Scale);

    /// <summary>Gets the mean spend of a purchase after the calibration.</summary>
    /// <param name="row">A row of the calibration.</param>
    /// <returns><see cref="UndefinedReason.EmptyPopulation"/> without a purchase whose money is known.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public Measure<decimal> HoldoutMeanSpendAt(int row)
        => PurchaseMoney.ExactMean(_holdout[row].FirstSpend + _holdout[row].RepeatSpend, KnownAt(row), _whole.Amounts?.Scale ?? 0);

    /// <summary>Compares what a model expects of each customer with what the customer did.</summary>
    /// <param name="model">The model, fitted to the calibration; its times mean what those of the history mean.</param>
    /// <param name="lastGroup">Customers are also compared by repeat purchases in calibration; those with so many or more are one group. 0 to 10,000.</param>
    /// <exception cref="ArgumentException">The unit of the model is another one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The last group is negative, or above 10,000.</exception>
    public HoldoutAccuracy Assess(IPurchaseModel model, int lastGroup = ValueDefaults.LastHoldoutGroup)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegative(lastGroup);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lastGroup, HoldoutAccuracy.LargestGroup);
        PurchaseUnits.RequireSame(Calibration.History.Unit, model.Unit, nameof(model));
        return HoldoutAccuracy.Of(Calibration.History, _purchases, record => model.ExpectedPurchases(record, Duration), lastGroup);
    }

    /// <summary>Follows the repeat purchases of the customers of the calibration through both sides, and what a model expects of them.</summary>
    /// <inheritdoc cref="PurchaseHistoryResult.Track"/>
    public PurchaseTracking Track(
        IPurchaseModel model, CalendarUnit step = CalendarUnit.Week, RunOptions? run = null, CancellationToken cancellationToken = default)
        => PurchaseTracking.Of(_whole, _before.Window, _whole.Window, model, step, run, cancellationToken);

    private int KnownAt(int row) => _holdout[row].RepeatsWithSpend + (_holdout[row].IsFirstSpendKnown ? 1 : 0);
}
