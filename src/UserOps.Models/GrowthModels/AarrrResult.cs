namespace UserOps.Models.GrowthModels;

/// <summary>What AARRR answers: counts, and the users behind them. Immutable.</summary>
public sealed class AarrrResult
{
    internal AarrrResult(GrowthEvaluation evaluation)
    {
        Definition = evaluation.Plan.Cohort.Definition;
        Context = evaluation.Plan.Cohort.Context;
        Summary = new() { Cohort = evaluation.Summary };
        Users = new(evaluation);
    }

    /// <summary>Gets what was asked.</summary>
    public GrowthStagesDefinition Definition { get; }

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public EvaluationContext Context { get; }

    /// <summary>Gets the counts.</summary>
    public AarrrSummary Summary { get; }

    /// <summary>Gets the users, bound to the dataset.</summary>
    public AarrrUsers Users { get; }
}
