namespace UserOps.Models.Retention;

/// <summary>What a retention table answers: counts, and the users behind them. Immutable.</summary>
public sealed class RetentionResult
{
    internal RetentionResult(RetentionEvaluation evaluation)
    {
        Summary = evaluation.Summary;
        Users = new(evaluation.Plan);
    }

    /// <summary>Gets what was asked.</summary>
    public RetentionDefinition Definition => Summary.Definition;

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public EvaluationContext Context => Summary.Context;

    /// <summary>Gets the counts: JSON round-trip, mergeable.</summary>
    public RetentionSummary Summary { get; }

    /// <summary>Gets the users, bound to the dataset.</summary>
    public RetentionUsers Users { get; }
}
