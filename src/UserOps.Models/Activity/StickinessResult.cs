namespace UserOps.Models.Activity;

/// <summary>On how many blocks users were active: counts, and the users behind them. Immutable.</summary>
public sealed class StickinessResult
{
    internal StickinessResult(StickinessSummary summary, StickinessUsers users)
    {
        Summary = summary;
        Users = users;
    }

    /// <summary>Gets what was asked.</summary>
    public StickinessDefinition Definition => Summary.Definition;

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public EvaluationContext Context => Summary.Context;

    /// <summary>Gets the counts.</summary>
    public StickinessSummary Summary { get; }

    /// <summary>Gets the users, bound to the dataset.</summary>
    public StickinessUsers Users { get; }
}
