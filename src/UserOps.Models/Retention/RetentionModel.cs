namespace UserOps.Models.Retention;

/// <summary>Retention: of the users who start in a period, how many are back in each period after it.</summary>
/// <remarks>
/// Checked when built; immutable and shared freely between threads. A cell whose period is not over at 'as of' has no value, so that young cohorts
/// never look worse than they are. The same input gives the same answer for any number of threads and any order of arrival.
/// </remarks>
public sealed class RetentionModel
{
    /// <summary>Checks a definition.</summary>
    /// <param name="definition">What to ask.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public RetentionModel(RetentionDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(RetentionRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public RetentionDefinition Definition { get; }

    /// <summary>Makes the table of a dataset.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">As of when, in which zone, and where weeks begin. Later events are not seen; the result says how many they are.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at between ranges of users.</param>
    /// <returns>Counts, and the users behind them; all zero without events.</returns>
    /// <exception cref="ArgumentNullException">The data or the context are null.</exception>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent or of another kind, or the calendar ends before the last cohort.</exception>
    /// <exception cref="InvalidOperationException">The breakdown has too many values with a member: their tables may have ten million cells together.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <remarks>Tables of calendar days, weeks and months keep the local days of both filters with the events, so that the next table is cheap.</remarks>
    public RetentionResult Evaluate(
        UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new(RetentionEvaluation.Of(GridIn(context), data, run, cancellationToken));
    }

    /// <summary>Gets the span door: places one user whose events the caller has in memory.</summary>
    /// <param name="context">As of when, in which zone, and where weeks begin.</param>
    /// <exception cref="ArgumentNullException">The context is null.</exception>
    /// <exception cref="InvalidDefinitionException">The calendar ends before the last cohort.</exception>
    public RetentionGrid GridIn(EvaluationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(Definition, context);
    }
}
