namespace UserOps.Models.Profitability;

/// <summary>How profitable users are: sums that can be stored and joined, and the users behind them. Immutable.</summary>
public sealed class CustomerProfitResult
{
    internal CustomerProfitResult(CustomerProfitSummary summary, CustomerProfitUsers users)
    {
        Summary = summary;
        Users = users;
    }

    /// <summary>Gets what was asked.</summary>
    public CustomerProfitDefinition Definition => Summary.Definition;

    /// <summary>Gets what "now" meant.</summary>
    public EvaluationContext Context => Summary.Context;

    /// <summary>Gets the statements of all together and of each segment.</summary>
    public CustomerProfitSummary Summary { get; }

    /// <summary>Gets the profit of each user, bound to the dataset.</summary>
    public CustomerProfitUsers Users { get; }
}
