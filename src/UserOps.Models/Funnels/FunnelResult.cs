namespace UserOps.Models.Funnels;

/// <summary>What a funnel came to; immutable, bound to the dataset it was asked of.</summary>
public sealed class FunnelResult
{
    private readonly FunnelUsers? _users;
    private readonly FunnelTimes? _times;

    internal FunnelResult(CompiledFunnel funnel, FunnelSummary summary, UnitLevels levels)
    {
        Summary = summary;
        _users = funnel.Units.IsOfUsers ? new FunnelUsers(funnel, levels) : null;
        Units = funnel.Units.IsOfUsers ? null : new FunnelUnits(funnel.Units.Values, levels);
        _times = levels.HasChains ? new FunnelTimes(funnel, levels) : null;
    }

    /// <summary>Gets what was asked.</summary>
    public FunnelDefinition Definition => Summary.Definition;

    /// <summary>Gets as of when, and in which zone.</summary>
    public EvaluationContext Context => Summary.Context;

    /// <summary>Gets the counts: JSON round-trip, mergeable.</summary>
    public FunnelSummary Summary { get; }

    /// <summary>Gets the step that loses the largest share of those who enter it; null without one. See <see cref="FunnelSummary.WeakestStep"/>.</summary>
    public int? Weakest => Summary.WeakestStep;

    /// <summary>Gets what became of each user: sets, chosen events, explanations.</summary>
    /// <exception cref="InvalidOperationException">The funnel counts other units than users; see <see cref="Units"/>.</exception>
    public FunnelUsers Users => _users
        ?? throw new InvalidOperationException($"This funnel counts values of '{Definition.Unit!.Name}', not users; what became of them is in Units.");

    /// <summary>Gets the units and what became of them, where the funnel counts values of a property; null for users.</summary>
    public FunnelUnits? Units { get; }

    /// <summary>Gets the times between steps of the chosen chains.</summary>
    /// <exception cref="InvalidOperationException">Chains were not asked for.</exception>
    public FunnelTimes Times => _times
        ?? throw new InvalidOperationException("Times come from the chosen chains: ask with Detail = FunnelDetail.Chains.");
}
