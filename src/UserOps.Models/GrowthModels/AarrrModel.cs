namespace UserOps.Models.GrowthModels;

/// <summary>AARRR (海盗模型): how far a cohort gets from acquisition to activation, retention, revenue and referral, in this order.</summary>
/// <remarks>
/// D. McClure, "Startup Metrics for Pirates", 2007. A stage has a rate only over the users who reached all stages before it; the events
/// themselves need no order. Checked when built; immutable, shared freely between threads.
/// </remarks>
public sealed class AarrrModel
{
    /// <summary>Initializes a new instance of the <see cref="AarrrModel"/> class.</summary>
    /// <param name="definition">What is asked.</param>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public AarrrModel(GrowthStagesDefinition definition)
    {
        GrowthEvaluation.Require(definition);
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public GrowthStagesDefinition Definition { get; }

    /// <summary>Answers the question for a dataset.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, and the zone of the local days.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>Counts and sets; of no users, counts of 0.</returns>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent or of another kind.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public AarrrResult Evaluate(
        UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
        => new(GrowthEvaluation.Of(Definition, data, context, run, cancellationToken));

    /// <summary>Gets the span door: places one user whose events the caller has in memory.</summary>
    /// <param name="context">The last visible instant, and the zone of the local days.</param>
    public GrowthCohort CohortIn(EvaluationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(Definition, context);
    }
}
