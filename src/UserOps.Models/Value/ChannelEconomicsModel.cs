namespace UserOps.Models.Value;

/// <summary>Unit economics by channel: what a new user of each channel costs (CAC), brings, and returns on the spend (ROI, ROAS).</summary>
/// <remarks>
/// Checked when built; immutable and shared freely between threads. Money is exact, for any number of threads and any order of arrival. One user, period by
/// period: <see cref="UnitEconomicsModel"/>.
/// </remarks>
public sealed class ChannelEconomicsModel
{
    /// <summary>Checks a definition.</summary>
    /// <param name="definition">What to ask.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public ChannelEconomicsModel(ChannelEconomicsDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(ChannelEconomicsRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public ChannelEconomicsDefinition Definition { get; }

    /// <summary>Adds up a dataset.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">As of when, and in which zone dates are.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at between ranges of users.</param>
    /// <returns>Sums and counts, and the users behind them; all zero without events.</returns>
    /// <exception cref="ArgumentNullException">The data or the context are null.</exception>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent or of another kind.</exception>
    /// <exception cref="InvalidOperationException">There are more cells of channels and ages than are possible.</exception>
    /// <exception cref="OverflowException">A sum has more digits than a decimal holds.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public ChannelEconomicsResult Evaluate(
        UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        var plan = new ChannelEconomicsPlan(Definition, data, context, run, cancellationToken);
        return new(plan.Count(run, cancellationToken).ToSummary(plan), plan);
    }
}
