namespace UserOps.Models.Activity;

/// <summary>How many customers are active: counts, and the users behind them. Immutable.</summary>
public sealed class ActivityRateResult
{
    internal ActivityRateResult(ActivityRateSummary summary, UserSet active, UserSet customers, UserSet uncertain)
    {
        Summary = summary;
        Active = active;
        Customers = customers;
        Uncertain = uncertain;
    }

    /// <summary>Gets what was asked.</summary>
    public ActivityRateDefinition Definition => Summary.Definition;

    /// <summary>Gets what "now" and "a month" meant.</summary>
    public EvaluationContext Context => Summary.Context;

    /// <summary>Gets the counts.</summary>
    public ActivityRateSummary Summary { get; }

    /// <summary>Gets the users active in the period, customers or not.</summary>
    public UserSet Active { get; }

    /// <summary>Gets the customers who were seen by 'as of'.</summary>
    public UserSet Customers { get; }

    /// <summary>Gets the users of whom it is not known whether they are customers, because a value the rule needs is missing.</summary>
    public UserSet Uncertain { get; }
}
