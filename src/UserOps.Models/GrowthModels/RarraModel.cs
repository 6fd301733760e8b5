namespace UserOps.Models.GrowthModels;

/// <summary>RARRA: the same cohort as AARRR, retention first - who came back, and what the retained do.</summary>
/// <remarks>
/// T. Petit and G. Papp, 2017, who reordered AARRR as Retention, Activation, Referral, Revenue, Acquisition: winning users who do
/// not stay is wasted. Checked when built; immutable, shared freely between threads.
/// </remarks>
public sealed class RarraModel
{
    /// <summary>Initializes a new instance of the <see cref="RarraModel"/> class.</summary>
    /// <param name="definition">What is asked.</param>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public RarraModel(GrowthStagesDefinition definition)
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
    public RarraResult Evaluate(
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
