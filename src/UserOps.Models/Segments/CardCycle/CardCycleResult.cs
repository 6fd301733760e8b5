namespace UserOps.Models;

/// <summary>What the card model answers: counts, and the users behind them. Immutable.</summary>
public sealed class CardCycleResult
{
    internal CardCycleResult(CardCycleEvaluation evaluation)
    {
        Definition = evaluation.Definition;
        Context = evaluation.Context;
        Today = DateOnly.FromDayNumber(evaluation.Today);
        Summary = evaluation.Summary();
        Users = new(evaluation);
    }

    /// <summary>Gets the nodes.</summary>
    public CardCycleDefinition Definition { get; }

    /// <summary>Gets the instant and the zone.</summary>
    public EvaluationContext Context { get; }

    /// <summary>Gets the local date for which users were placed.</summary>
    public DateOnly Today { get; }

    /// <summary>Gets the counts.</summary>
    public CardCycleSummary Summary { get; }

    /// <summary>Gets the users, bound to the dataset.</summary>
    public CardCycleUsers Users { get; }
}
