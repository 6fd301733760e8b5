using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>In which stage of its life with the product each user is at an instant; immutable, shared freely between threads.</summary>
/// <remarks>
/// Stages are asked in their order, and the first whose rule is true takes the user. A rule that is unknown is passed over, and the user is then
/// uncertain: counted where the rules put them, and counted as uncertain beside, because an earlier stage may be theirs.
/// </remarks>
public sealed partial class LifecycleModel
{
    /// <summary>Initializes a new instance of the <see cref="LifecycleModel"/> class.</summary>
    /// <param name="definition">The stages and their rules.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public LifecycleModel(LifecycleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(LifecycleRules.Check(definition));
        Definition = definition;
        Plan = new(definition);
    }

    /// <summary>Gets what is asked.</summary>
    public LifecycleDefinition Definition { get; }

    internal LifecyclePlan Plan { get; }

    /// <summary>Places every user of a dataset.</summary>
    /// <param name="data">Whose tables hold the fields of the rules. An event name the data never held is an event nobody did.</param>
    /// <param name="context">The instant and the zone. Later events are not seen; attributes are, whatever their time.</param>
    /// <param name="run">Progress and threads; null for the defaults.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>The stage of every user; the same for any number of threads.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the context is null.</exception>
    /// <exception cref="InvalidDefinitionException">A field is absent, of another kind or in another currency; every fault is in <c>Issues</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public LifecycleResult Evaluate(UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        InvalidDefinitionException.ThrowIfAny(LifecycleRules.CheckColumns(Definition, data));
        StagedUsers staged = LifecycleEvaluation.Of(Plan, data, context, run ?? new RunOptions(), cancellationToken);
        return new(this, data, context, staged);
    }

    /// <summary>Lists the event names of the rules that the data never held, ordinal.</summary>
    internal ImmutableArray<string> UnknownEventsOf(UserOpsDataset data) => [.. Plan.EventNames.Where(name => !data.Events.TryGetCode(name, out _))];
}
