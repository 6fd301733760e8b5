namespace UserOps.Models.Value;

/// <summary>What unit economics by channel answers: sums, and the users behind them. Immutable.</summary>
public sealed class ChannelEconomicsResult
{
    internal ChannelEconomicsResult(ChannelEconomicsSummary summary, ChannelEconomicsPlan plan)
    {
        Summary = summary;
        Users = new(plan);
    }

    /// <summary>Gets what was asked.</summary>
    public ChannelEconomicsDefinition Definition => Summary.Definition;

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public EvaluationContext Context => Summary.Context;

    /// <summary>Gets the sums: JSON round-trip, mergeable.</summary>
    public ChannelEconomicsSummary Summary { get; }

    /// <summary>Gets the users, bound to the dataset.</summary>
    public ChannelEconomicsUsers Users { get; }
}
