namespace UserOps.Models.Funnels;

/// <summary>A funnel: how many users take steps in order and in time, where they are lost, and how long they take.</summary>
/// <remarks>
/// Checked when built; immutable and shared freely between threads. The question is always whether a chain of events exists that
/// takes the steps by the rules of the definition, never what a loop over the events happens to meet. The same input gives
/// the same answer for any number of threads and any order of arrival, except where <see cref="FunnelTies.Input"/> asks for it.
/// </remarks>
public sealed partial class FunnelModel
{
    /// <summary>Checks a definition.</summary>
    /// <param name="definition">What to ask.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public FunnelModel(FunnelDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(FunnelRules.Check(definition));
        Definition = definition;
        _plan = new FunnelPlan(definition);
        _hasKernel = definition is { Order: FunnelOrder.Ordered, Ties: FunnelTies.Any, ReuseEvents: false, Entry: FunnelEntry.Any }
            && _plan is { HasWithin: false, Optional: 0 };
        _needsColumns = OptionsThatNeedColumns(definition);
    }

    /// <summary>Gets what is asked.</summary>
    public FunnelDefinition Definition { get; }

    /// <summary>Asks the funnel of a dataset.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">As of when, and in which zone. Later events are not seen; the result says how many they are.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at between ranges of users and, but for the plain question, about every million events of one user; where starts or days are judged one by one, before each.</param>
    /// <returns>Counts, and per user what became of them; all zero without events.</returns>
    /// <exception cref="ArgumentNullException">The data or the context are null.</exception>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent or of another kind; every such fault is listed.</exception>
    /// <exception cref="InvalidOperationException">Chains were asked for, and one array cannot hold them; the message says what to ask instead.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public FunnelResult Evaluate(
        UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        return FunnelEvaluation.Run(CompiledFunnel.Of(Definition, data, context, run, cancellationToken), run, cancellationToken);
    }

    /// <summary>Says which steps an event of a name may fill, for <see cref="CompletedSteps"/>.</summary>
    /// <param name="eventName">Ordinal.</param>
    /// <returns>
    /// Bit s is set where step s takes the name. A test over properties is the caller's to make: where it fails, the bit is to be cleared.
    /// </returns>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    public ulong StepsFilledBy(string eventName)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        ulong steps = 0;
        for (int step = 0; step < Definition.Steps.Length; step++)
        {
            EventFilter events = Definition.Steps[step].Events;
            steps |= events.Names.IsEmpty || events.Names.Contains(eventName, StringComparer.Ordinal) ? 1UL << step : 0;
        }

        return steps;
    }
}
