namespace UserOps.Models.Activity;

/// <summary>The histogram of active days: counts, and the users behind them. Immutable.</summary>
public sealed class LnessResult
{
    internal LnessResult(LnessSummary summary, LnessUsers users)
    {
        Summary = summary;
        Users = users;
    }

    /// <summary>Gets what was asked.</summary>
    public LnessDefinition Definition => Summary.Definition;

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public EvaluationContext Context => Summary.Context;

    /// <summary>Gets the counts.</summary>
    public LnessSummary Summary { get; }

    /// <summary>Gets the users, bound to the dataset.</summary>
    public LnessUsers Users { get; }
}
