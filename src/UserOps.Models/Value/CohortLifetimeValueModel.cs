namespace UserOps.Models.Value;

/// <summary>Lifetime value by cohort: what the users won in one period have brought by each age, and how that compares with what they cost.</summary>
/// <remarks>
/// Checked when built; immutable and shared freely between threads. A cell whose period is not over at 'as of' has no value, so that young cohorts never
/// look worse than they are. Money is exact, for any number of threads and any order of arrival.
/// </remarks>
public sealed class CohortLifetimeValueModel
{
    /// <summary>Checks a definition.</summary>
    /// <param name="definition">What to ask.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public CohortLifetimeValueModel(CohortLifetimeValueDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(CohortLifetimeValueRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public CohortLifetimeValueDefinition Definition { get; }

    /// <summary>Adds up a dataset.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">As of when, in which zone, and where weeks begin. Later events are not seen; the result says how many they are.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at between ranges of users.</param>
    /// <returns>Sums and counts, and the users behind them; all zero without events.</returns>
    /// <exception cref="ArgumentNullException">The data or the context are null.</exception>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent or of another kind, or the calendar ends before the last age of the last cohort.</exception>
    /// <exception cref="InvalidOperationException">The breakdown has too many values: their tables may have two million cells together.</exception>
    /// <exception cref="OverflowException">A sum has more digits than a decimal holds.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public CohortLifetimeValueResult Evaluate(
        UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        var plan = new CohortLifetimeValuePlan(Definition, data, context, run, cancellationToken);
        return new(plan.Count(run, cancellationToken).ToSummary(plan), plan);
    }
}
