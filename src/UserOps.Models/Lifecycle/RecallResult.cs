namespace UserOps.Models.Lifecycle;

/// <summary>What a recall measurement answers: counts, and the users behind them. Immutable.</summary>
public sealed class RecallResult
{
    internal RecallResult(RecallSummary summary, RecallUsers users)
    {
        Summary = summary;
        Users = users;
    }

    /// <summary>Gets what was asked.</summary>
    public RecallDefinition Definition => Summary.Definition;

    /// <summary>Gets as of when, and in which zone.</summary>
    public EvaluationContext Context => Summary.Context;

    /// <summary>Gets the counts and rates.</summary>
    public RecallSummary Summary { get; }

    /// <summary>Gets the users, bound to the dataset.</summary>
    public RecallUsers Users { get; }
}
