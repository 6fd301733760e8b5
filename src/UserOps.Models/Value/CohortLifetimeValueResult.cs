namespace UserOps.Models.Value;

/// <summary>What lifetime value by cohort answers: sums, and the users behind them. Immutable.</summary>
public sealed class CohortLifetimeValueResult
{
    internal CohortLifetimeValueResult(CohortLifetimeValueSummary summary, CohortLifetimeValuePlan plan)
    {
        Summary = summary;
        Users = new(plan);
    }

    /// <summary>Gets what was asked.</summary>
    public CohortLifetimeValueDefinition Definition => Summary.Definition;

    /// <summary>Gets what "now" and "a period" meant.</summary>
    public EvaluationContext Context => Summary.Context;

    /// <summary>Gets the sums: JSON round-trip, mergeable.</summary>
    public CohortLifetimeValueSummary Summary { get; }

    /// <summary>Gets the users, bound to the dataset.</summary>
    public CohortLifetimeValueUsers Users { get; }
}
