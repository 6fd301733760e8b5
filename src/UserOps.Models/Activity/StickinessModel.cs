namespace UserOps.Models.Activity;

/// <summary>Counts on how many of the periods of a range each user was active: the distribution behind stickiness (粘性).</summary>
/// <remarks>
/// For DAU / MAU, which is called stickiness too, see <see cref="StickinessRatioModel"/>. Checked when built; immutable, shared freely between threads.
/// </remarks>
public sealed class StickinessModel
{
    /// <summary>Initializes a new instance of the <see cref="StickinessModel"/> class.</summary>
    /// <param name="definition">What is asked.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public StickinessModel(StickinessDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(StickinessRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public StickinessDefinition Definition { get; }

    /// <summary>Answers the question for a dataset.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, the zone of the local days and the first day of the week.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>Counts and sets; of no events, a count of 0 for each block.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the context is null.</exception>
    /// <exception cref="InvalidDefinitionException">The range is empty in the zone of the context, or a column the definition names is absent or of another kind.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public StickinessResult Evaluate(
        UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
        => StickinessEvaluation.Of(Definition, new ActivityLog(data, Definition.Activity, context, run, cancellationToken));
}
