namespace UserOps.Models.Lifecycle;

/// <summary>What a churn warning answers: counts, and the users behind them. Immutable.</summary>
public sealed class ChurnWarningResult
{
    internal ChurnWarningResult(ChurnEvaluation evaluation)
    {
        Definition = evaluation.Plan.Definition;
        Context = evaluation.Plan.Context;
        Summary = ChurnWarningSummary.Of(evaluation.Plan, evaluation.Tally);
        Users = new(evaluation);
    }

    /// <summary>Gets what was asked.</summary>
    public ChurnWarningDefinition Definition { get; }

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public EvaluationContext Context { get; }

    /// <summary>Gets the counts.</summary>
    public ChurnWarningSummary Summary { get; }

    /// <summary>Gets the users, bound to the dataset.</summary>
    public ChurnWarningUsers Users { get; }
}
