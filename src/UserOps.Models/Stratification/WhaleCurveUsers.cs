namespace UserOps.Models.Stratification;

/// <summary>The users behind a whale curve, bound to the directory of their profits.</summary>
public sealed class WhaleCurveUsers
{
    private readonly RankedUsers _ranked;

    internal WhaleCurveUsers(RankedUsers ranked) => _ranked = ranked;

    /// <summary>Gets the users who make a profit: those up to the peak.</summary>
    public UserSet ProfitMakers => _ranked.First(StratificationKernels.CountPositive(_ranked.Descending));

    /// <summary>Gets the users who make a loss.</summary>
    public UserSet LossMakers
    {
        get
        {
            int all = _ranked.Descending.Length;
            return _ranked.Between(all - StratificationKernels.CountNegative(_ranked.Descending), all);
        }
    }

    /// <summary>Gets the users of whom no profit is known.</summary>
    public UserSet Missing => _ranked.Amounts.WithoutValue;

    /// <summary>Says where a user stands: profit, rank, and what those before earn.</summary>
    /// <param name="id">The caller's key.</param>
    /// <exception cref="KeyNotFoundException">The directory does not know the user.</exception>
    /// <remarks>O(users).</remarks>
    public RankExplanation Explain(UserId id) => _ranked.Explain(id);
}
