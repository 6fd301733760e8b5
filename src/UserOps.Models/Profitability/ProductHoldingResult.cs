namespace UserOps.Models.Profitability;

/// <summary>How many products users hold: counts, and the users behind them. Immutable.</summary>
public sealed class ProductHoldingResult
{
    internal ProductHoldingResult(ProductHoldingSummary summary, ProductHoldingUsers users)
    {
        Summary = summary;
        Users = users;
    }

    /// <summary>Gets what was asked.</summary>
    public ProductHoldingDefinition Definition => Summary.Definition;

    /// <summary>Gets what "now" meant.</summary>
    public EvaluationContext Context => Summary.Context;

    /// <summary>Gets the counts.</summary>
    public ProductHoldingSummary Summary { get; }

    /// <summary>Gets the users behind them, bound to the dataset.</summary>
    public ProductHoldingUsers Users { get; }
}
