namespace UserOps.Models.Activity;

/// <summary>What a traffic model answers: counts, and the visitors behind them. Immutable.</summary>
public sealed class TrafficResult
{
    internal TrafficResult(TrafficSummary summary, TrafficUsers users)
    {
        Summary = summary;
        Users = users;
    }

    /// <summary>Gets what was asked.</summary>
    public TrafficDefinition Definition => Summary.Definition;

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public EvaluationContext Context => Summary.Context;

    /// <summary>Gets the counts.</summary>
    public TrafficSummary Summary { get; }

    /// <summary>Gets the visitors, bound to the dataset.</summary>
    public TrafficUsers Users { get; }
}
