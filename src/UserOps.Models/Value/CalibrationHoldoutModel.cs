namespace UserOps.Models.Value;

/// <summary>Cuts a history in two, so that a model can be judged by what it has not seen (校准期与验证期). Checked when built; immutable, shared freely between threads.</summary>
/// <remarks>One rule for both sides: a purchase is a period with purchase events, money is the mean of such periods. Who first bought after the calibration is left out.</remarks>
public sealed class CalibrationHoldoutModel
{
    /// <summary>Initializes a new instance of the <see cref="CalibrationHoldoutModel"/> class.</summary>
    /// <param name="definition">What is asked.</param>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public CalibrationHoldoutModel(CalibrationHoldoutDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(CalibrationHoldoutRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public CalibrationHoldoutDefinition Definition { get; }

    /// <summary>Reads both sides of a dataset.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, the zone of days, weeks and months, and the first day of a week.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <exception cref="InvalidDefinitionException">
    /// A column the definition names is absent, of another kind or currency; the end lies after 'as of'; or the calibration ends within a week or month, or not
    /// before the last purchase where no end is given.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public CalibrationHoldoutResult Evaluate(UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        var whole = new PurchasePlan(Definition.History, data, context, run, cancellationToken, CalibrationHoldoutRules.HistoryPath, Definition.CalibrationEnd);
        InvalidDefinitionException.ThrowIfAny(CalibrationHoldoutRules.CheckPlan(Definition, whole));
        var before = new PurchasePlan(
            Definition.History with { End = Definition.CalibrationEnd }, data, context, run, cancellationToken, CalibrationHoldoutRules.HistoryPath, Definition.CalibrationEnd);
        RunOptions quiet = (run ?? new()) with { Progress = null };
        PurchaseHistoryResult calibration = PurchaseHistoryModel.Read(before, before.Window, quiet, cancellationToken);
        PurchaseWindow after = whole.Window with { FromTicks = before.Window.ToTicks + 1 };
        (PurchaseRow[] rows, PurchaseTally tally) = PurchaseWalk.Read(whole, after, run, cancellationToken);
        return new(Definition, calibration, whole, before, rows, PurchaseHistorySummary.Of(whole, after, rows, tally));
    }
}
