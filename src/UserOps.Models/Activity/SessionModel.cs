using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>Cuts what each user did into sessions (visits), by pauses, separators, close events and local midnights.</summary>
/// <remarks>Checked when built; immutable, shared freely between threads. Sessions follow the time of events, not the order of arrival.</remarks>
public sealed class SessionModel
{
    /// <summary>Initializes a new instance of the <see cref="SessionModel"/> class.</summary>
    /// <param name="definition">What a session is.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public SessionModel(SessionDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        SessionRules.Check(definition, "", issues);
        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        Definition = definition;
    }

    /// <summary>Gets what a session is.</summary>
    public SessionDefinition Definition { get; }

    /// <summary>Cuts the events of a dataset.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, and the zone of local midnights.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>Counts, and the session of every event; of no users, counts of 0.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the context is null.</exception>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent or of another kind.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public SessionResult Evaluate(
        UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        return SessionEvaluation.Of(new SessionPlan(Definition, data, context, "", run, cancellationToken), context, run, cancellationToken);
    }

    /// <summary>Gets the span door: cuts the events of one user whom the caller has in memory.</summary>
    /// <param name="context">The last visible instant, and the zone of local midnights.</param>
    /// <exception cref="ArgumentNullException">The context is null.</exception>
    public SessionSplitter SplitterIn(EvaluationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(Definition, context);
    }
}
