namespace UserOps.Models;

/// <summary>At which key moments of a credit card users are (用卡关键节点), and which comes next.</summary>
/// <remarks>
/// A node holds on the local dates from so many days before to so many days after each of its dates; of several that hold, the first in the
/// definition is the current one. Checked when built; immutable, shared freely between threads.
/// </remarks>
public sealed class CardCycleModel
{
    /// <summary>Initializes a new instance of the <see cref="CardCycleModel"/> class.</summary>
    /// <param name="definition">The nodes; <see cref="CardCycleDefinition.Default"/> is a table to begin with.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public CardCycleModel(CardCycleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(CardCycleRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets the nodes.</summary>
    public CardCycleDefinition Definition { get; }

    /// <summary>Places every user of a dataset on the local date of the evaluation.</summary>
    /// <param name="data">Whose users hold the fields of the nodes. Of a user known only from events every field is missing.</param>
    /// <param name="context">The instant and the zone, which give the date.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per four thousand users.</param>
    /// <returns>Counts and sets; the same for any number of threads.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the context is null.</exception>
    /// <exception cref="InvalidDefinitionException">A field is absent or of another kind; every fault is in <c>Issues</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public CardCycleResult Evaluate(UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        return new(CardCycleEvaluation.Of(Definition, data, context, run ?? new RunOptions(), cancellationToken));
    }
}
