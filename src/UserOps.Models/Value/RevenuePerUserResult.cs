namespace UserOps.Models.Value;

/// <summary>What revenue per user answers: sums, and the users behind them. Immutable.</summary>
public sealed class RevenuePerUserResult
{
    internal RevenuePerUserResult(RevenuePerUserSummary summary, RevenuePerUserUsers users)
    {
        Summary = summary;
        Users = users;
    }

    /// <summary>Gets what was asked.</summary>
    public RevenuePerUserDefinition Definition => Summary.Definition;

    /// <summary>Gets what "now" and "a period" meant.</summary>
    public EvaluationContext Context => Summary.Context;

    /// <summary>Gets the sums: JSON round-trip, mergeable.</summary>
    public RevenuePerUserSummary Summary { get; }

    /// <summary>Gets the users, bound to the dataset.</summary>
    public RevenuePerUserUsers Users { get; }
}
