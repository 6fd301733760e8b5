namespace UserOps.Models.Lifecycle;

/// <summary>Churn warning (流失预警): who is away longer than their own rhythm explains while their amounts fall.</summary>
/// <remarks>
/// Every user is measured against themselves: a week without a login is nothing for who comes monthly and much for who comes daily. Checked
/// when built; immutable, shared freely between threads.
/// </remarks>
public sealed class ChurnWarningModel
{
    /// <summary>Initializes a new instance of the <see cref="ChurnWarningModel"/> class.</summary>
    /// <param name="definition">What is asked.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public ChurnWarningModel(ChurnWarningDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(ChurnWarningRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public ChurnWarningDefinition Definition { get; }

    /// <summary>Answers the question for a dataset.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, and the zone of the local days.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>Counts, sets, scores and reasons; of no users, counts of 0.</returns>
    /// <exception cref="ArgumentNullException">The data or the context are null.</exception>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent or of another kind; every such fault is listed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public ChurnWarningResult Evaluate(
        UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        var plan = new ChurnPlan(Definition, data, context, run, cancellationToken);
        return new(ChurnEvaluation.Of(plan, run, cancellationToken));
    }

    /// <summary>Gets the span door: assesses one user whose events the caller has in memory.</summary>
    /// <param name="context">The last visible instant, and the zone of the local days.</param>
    /// <exception cref="ArgumentNullException">The context is null.</exception>
    public ChurnGauge GaugeIn(EvaluationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(Definition, context);
    }

    /// <summary>Tries the warning on the past: it is given some days before 'as of', and the days since then tell who was gone.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, and the zone of the local days; the horizon ends there, so that it is over.</param>
    /// <param name="horizonDays">Days of 24 hours between the warning and 'as of', 1 to 3,653: who shows no activity in them is gone.</param>
    /// <param name="activeWithinDays">
    /// Counts only users whose last activity was at most so many days of 24 hours before the warning, 1 to 3,653. Null for everybody ever active: then
    /// those who left long ago are warned of, stay away, and flatter the warning.
    /// </param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>Who was warned of and who was gone, as counts; users who were never active before the warning are not among them.</returns>
    /// <exception cref="ArgumentNullException">The data or the context are null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of days is out of range, or the warning would lie before year 1.</exception>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent or of another kind; every such fault is listed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public ChurnBacktest Backtest(
        UserOpsDataset data, EvaluationContext context, int horizonDays, int? activeWithinDays = null, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        RequireDays(horizonDays, nameof(horizonDays));
        RequireDays(activeWithinDays ?? 1, nameof(activeWithinDays));
        EvaluationContext before = context with { AsOf = context.AsOf.AddDays(-horizonDays) };
        ChurnEvaluation warned = ChurnEvaluation.Of(new(Definition, data, before, run, cancellationToken), run, cancellationToken);
        return new ChurnOutcomes(warned, context, activeWithinDays).Count(horizonDays);
    }

    private static void RequireDays(int days, string parameterName)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1, parameterName);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, ChurnDefaults.MaximumDays, parameterName);
    }
}
