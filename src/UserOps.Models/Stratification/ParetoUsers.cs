namespace UserOps.Models.Stratification;

/// <summary>The users behind a Pareto stratification, bound to the directory of their values.</summary>
/// <remarks>Among equal values the smaller id comes first, so that a set has exactly as many users as its statement says.</remarks>
public sealed class ParetoUsers
{
    private readonly ParetoSummary _summary;
    private readonly RankedUsers _ranked;

    internal ParetoUsers(ParetoSummary summary, RankedUsers ranked) => (_summary, _ranked) = (summary, ranked);

    /// <summary>Gets the users without a value.</summary>
    public UserSet Missing => _ranked.Amounts.WithoutValue;

    /// <summary>Gets the users of a top fraction.</summary>
    /// <param name="index">Of <see cref="ParetoSummary.Tops"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such fraction.</exception>
    public UserSet Top(int index = 0)
    {
        Require(index, _summary.Tops.Length);
        return First(_summary.Tops[index].Holds);
    }

    /// <summary>Gets the fewest users who hold a share of the value; nobody where there is no value to share.</summary>
    /// <param name="index">Of <see cref="ParetoSummary.Targets"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such share.</exception>
    public UserSet Holding(int index = 0)
    {
        Require(index, _summary.Targets.Length);
        return First(_summary.Targets[index].Holds);
    }

    /// <summary>Gets the users of <see cref="ParetoSummary.Balance"/>; nobody where there is no value to share.</summary>
    public UserSet Balance() => First(_summary.Balance);

    /// <summary>Says where a user stands: value, rank, and what those before hold.</summary>
    /// <param name="id">The caller's key.</param>
    /// <exception cref="KeyNotFoundException">The directory does not know the user.</exception>
    /// <remarks>O(users).</remarks>
    public RankExplanation Explain(UserId id) => _ranked.Explain(id);

    private UserSet First(ParetoStatement? statement) => _ranked.First((int)(statement?.Users ?? 0));

    private static void Require(int index, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
    }
}
