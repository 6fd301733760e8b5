namespace UserOps.Models.Activity;

/// <summary>Traffic (流量): unique visitors, page views and visits per period, and where visits come from.</summary>
/// <remarks>Checked when built; immutable, shared freely between threads. One user whose views are in memory: <see cref="SessionModel.SplitterIn"/>.</remarks>
public sealed class TrafficModel
{
    /// <summary>Initializes a new instance of the <see cref="TrafficModel"/> class.</summary>
    /// <param name="definition">What is asked.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public TrafficModel(TrafficDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(TrafficRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public TrafficDefinition Definition { get; }

    /// <summary>Counts the traffic of a dataset.</summary>
    /// <param name="data">Users are the visitors; their events hold the views.</param>
    /// <param name="context">The last visible instant, and the zone and week of the periods.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>Counts and sets; of no users, counts of 0.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the context is null.</exception>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent or of another kind.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public TrafficResult Evaluate(
        UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        var plan = new TrafficPlan(Definition, data, context, run, cancellationToken);
        return new(plan.Count(run, cancellationToken).ToSummary(plan), new TrafficUsers(plan));
    }
}
