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

    /// <summary>Follows the repeat purchases of all customers, and what a model expects of them, step by step of the calendar.</summary>
    /// <param name="model">The model; its times mean what those of the definition mean.</param>
    /// <param name="step">Whole periods of the unit: days, weeks or months of a unit of days, weeks of one of weeks, months of one of months.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>From the first purchase to the end of observation; nothing without a customer.</returns>
    /// <exception cref="ArgumentException">The unit of the model is another one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step does not consist of whole periods.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public PurchaseTracking Track(
        IPurchaseModel model, CalendarUnit step = CalendarUnit.Week, RunOptions? run = null, CancellationToken cancellationToken = default)
        => PurchaseTracking.Of(_plan, _window, _window, model, step, run, cancellationToken);

    /// <summary>Shows the purchases of a user one by one: what made the numbers of the user's row.</summary>
    /// <param name="user">A user of the dataset, with or without a purchase.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    /// <remarks>Reads the events of the user anew.</remarks>
    public PurchaseHistoryExplanation Explain(UserId user)
    {
        int row = Customers.RowOf(user);
        _plan.Data.Directory.TryGetOrdinal(user, out int ordinal);
        var tally = new PurchaseTally();
        var periods = new List<PurchasePeriod>();
        new PurchaseWalk(_plan, _window, tally, periods).TryRead(ordinal, out _);
        return new()
        {
            User = user,
            Row = row < 0 ? null : row,
            Customer = row < 0 ? null : Customers[row],
            Purchases = [.. periods.Select(period => PurchaseExplanation.Of(_plan, period))],
            EventsAfterEnd = tally.AfterEnd,
            RefundsWithoutAmount = tally.RefundsWithoutAmount,
            RefundsWithoutPurchase = tally.RefundsWithoutPurchase,
        };
    }
}
