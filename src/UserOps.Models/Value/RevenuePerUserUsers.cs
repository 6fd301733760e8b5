namespace UserOps.Models.Value;

/// <summary>The users behind revenue per user, bound to its dataset. Each set is found when it is asked for, in one pass over the users.</summary>
public sealed class RevenuePerUserUsers
{
    private readonly RevenuePerUserPlan _plan;

    internal RevenuePerUserUsers(RevenuePerUserPlan plan) => _plan = plan;

    /// <summary>Gets the users who are active in a period: as many as the summary counts.</summary>
    /// <param name="period">0 to the number of periods - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such period.</exception>
    public UserSet Active(int period) => Find(period, state => state.IsActive || state.IsPaying);

    /// <summary>Gets the users who pay in a period.</summary>
    /// <param name="period">0 to the number of periods - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such period.</exception>
    public UserSet Paying(int period) => Find(period, state => state.IsPaying);

    private UserSet Find(int period, Func<RevenuePerUserState, bool> belongs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(period);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(period, _plan.Periods.Count);
        var words = new ulong[BitKernels.WordsFor(_plan.Data.Directory.Count)];
        _plan.Walk(new(0, _plan.Data.Directory.Count), (user, place, state) => words[user >> 6] |= place == period && belongs(state) ? 1UL << user : 0);
        return new(_plan.Data.Directory, words);
    }
}
