namespace UserOps.Models.Activity;

/// <summary>
/// Takes the active users of each period apart: active = new + returning + resurrected, and beside them those who went dormant, a flow and not a state.
/// </summary>
/// <remarks>
/// Known as growth accounting (J. Hsu, "Diligence at Social Capital, part 1: accounting for user growth", 2015). Checked when built; immutable,
/// shared freely between threads.
/// </remarks>
public sealed class ActivityDecompositionModel
{
    /// <summary>Initializes a new instance of the <see cref="ActivityDecompositionModel"/> class.</summary>
    /// <param name="definition">What is asked.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public ActivityDecompositionModel(ActivityDecompositionDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(ActivityDecompositionRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public ActivityDecompositionDefinition Definition { get; }

    /// <summary>Answers the question for a dataset.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, the zone of the local days and the first day of the week.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>Counts, and sets and explanations on demand; of no events, counts of 0.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the context is null.</exception>
    /// <exception cref="InvalidDefinitionException">The range is empty in the zone of the context, or a column the definition names is absent or of another kind.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public ActivityDecompositionResult Evaluate(
        UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
        => new(new DecompositionPlan(Definition, new ActivityLog(data, Definition.Activity, context, run, cancellationToken)));
}
