namespace UserOps.Models.Activity;

/// <summary>The decomposition of activity: counts, and the users behind them. Immutable.</summary>
public sealed class ActivityDecompositionResult
{
    internal ActivityDecompositionResult(DecompositionPlan plan)
    {
        Definition = plan.Definition;
        Context = plan.Log.Context;
        Summary = ActivityDecompositionSummary.Of(plan, DecompositionCounts.Of(plan));
        Users = new(plan.Lasting());
        plan.Log.Run?.Progress?.Report(1);
    }

    /// <summary>Gets what was asked.</summary>
    public ActivityDecompositionDefinition Definition { get; }

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public EvaluationContext Context { get; }

    /// <summary>Gets the counts.</summary>
    public ActivityDecompositionSummary Summary { get; }

    /// <summary>Gets the users, bound to the dataset.</summary>
    public ActivityDecompositionUsers Users { get; }
}
