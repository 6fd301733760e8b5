namespace UserOps.Models.Value;

/// <summary>The purchases of a dataset: counts, customers, and the history that models are fitted to. Immutable.</summary>
public sealed class PurchaseHistoryResult
{
    private readonly PurchasePlan _plan;
    private readonly PurchaseWindow _window;

    internal PurchaseHistoryResult(PurchasePlan plan, PurchaseWindow window, PurchaseRow[] rows, PurchaseTally tally)
    {
        _plan = plan;
        _window = window;
        int end = plan.Periods.NumberOf(window.EndDay);
        Customers = new(plan, rows, end);
        Summary = PurchaseHistorySummary.Of(plan, window, rows, tally);
        History = PurchaseHistory.Of(plan, Customers, end);
    }

    /// <summary>Gets what was asked.</summary>
    public PurchaseHistoryDefinition Definition => _plan.Definition;

    /// <summary>Gets as of when, in which zone, with which first day of the week.</summary>
    public EvaluationContext Context => _plan.Context;

    /// <summary>Gets the counts.</summary>
    public PurchaseHistorySummary Summary { get; }

    /// <summary>Gets the customers, for reports.</summary>
    public PurchaseCustomers Customers { get; }

    /// <summary>Gets what models of repeat buying and of spend are fitted to; row for row the customers.</summary>
    public PurchaseHistory History { get; }

    /// <summary>Follows the repeat purchases of all customers, and what a model expects of them, week by week or month by month.</summary>
    /// <param name="model">The model; its times mean what those of the definition mean.</param>
    /// <param name="step">Weeks or months; weeks do not divide months, so a unit of weeks is not followed by months, nor one of months by weeks.</param>
    /// <returns>From the first purchase to the end of observation; nothing without a customer.</returns>
    /// <exception cref="ArgumentException">The unit of the model is another one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step does not consist of whole periods.</exception>
    public PurchaseTracking Track(IPurchaseModel model, CalendarUnit step = CalendarUnit.Week)
        => PurchaseTracking.Of(_plan, _window, _window, model, step);
}
