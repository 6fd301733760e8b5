namespace UserOps.Models.Activity;

/// <summary>Counts active users: DAU, WAU, MAU by calendar hour, day, week and month, and over rolling windows.</summary>
/// <remarks>Checked when built; immutable, shared freely between threads.</remarks>
public sealed class ActiveUsersModel
{
    /// <summary>Initializes a new instance of the <see cref="ActiveUsersModel"/> class.</summary>
    /// <param name="definition">What is asked.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public ActiveUsersModel(ActiveUsersDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(ActiveUsersRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public ActiveUsersDefinition Definition { get; }

    /// <summary>Answers the question for a dataset; several units are counted in one pass.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, the zone of the local days and the first day of the week.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>Counts, and sets on demand; of no events, counts of 0.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the context is null.</exception>
    /// <exception cref="InvalidDefinitionException">The range is empty in the zone of the context, or a column the definition names is absent or of another kind.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public ActiveUsersResult Evaluate(
        UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        var log = new ActivityLog(data, Definition.Activity, context, run, cancellationToken);
        return new(Definition, log);
    }
}
