namespace UserOps.Models.Value;

/// <summary>From events to what models of repeat buying need, and to what a report on purchases shows (购买历史). Checked when built; immutable, shared freely between threads.</summary>
/// <remarks>
/// All purchases of one local period are one purchase; times are counted between periods, in whole periods. Who has not bought by the end of observation is no
/// customer and has no row. P. Fader and B. Hardie, "Creating an RFM summary using Excel", 2008.
/// </remarks>
public sealed class PurchaseHistoryModel
{
    /// <summary>Initializes a new instance of the <see cref="PurchaseHistoryModel"/> class.</summary>
    /// <param name="definition">What is asked.</param>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public PurchaseHistoryModel(PurchaseHistoryDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(PurchaseHistoryRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public PurchaseHistoryDefinition Definition { get; }

    /// <summary>Reads the purchases of a dataset.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, the zone of days, weeks and months, and the first day of a week.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>Counts, customers and the history; without a purchase, counts of 0 and no rows.</returns>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent, of another kind or currency, or the end lies after 'as of'.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public PurchaseHistoryResult Evaluate(UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        var plan = new PurchasePlan(Definition, data, context, run, cancellationToken);
        return Read(plan, plan.Window, run, cancellationToken);
    }

    internal static PurchaseHistoryResult Read(PurchasePlan plan, PurchaseWindow window, RunOptions? run, CancellationToken cancellationToken)
    {
        (PurchaseRow[] rows, PurchaseTally tally) = PurchaseWalk.Read(plan, window, run, cancellationToken);
        return new(plan, window, rows, tally);
    }
}
