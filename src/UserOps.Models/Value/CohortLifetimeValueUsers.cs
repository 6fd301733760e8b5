namespace UserOps.Models.Value;

/// <summary>The users behind lifetime value by cohort, bound to its dataset. Each set is found when it is asked for, in one pass over the users.</summary>
public sealed class CohortLifetimeValueUsers
{
    private readonly CohortLifetimeValuePlan _plan;

    internal CohortLifetimeValueUsers(CohortLifetimeValuePlan plan) => _plan = plan;

    /// <summary>Gets the users of a cohort, so far as they are seen: as many as its size says.</summary>
    /// <param name="cohort">0 to the number of cohorts - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cohort.</exception>
    public UserSet Members(int cohort)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cohort);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(cohort, _plan.Definition.Cohorts);
        var words = new ulong[BitKernels.WordsFor(_plan.Data.Directory.Count)];
        for (int user = 0; user < _plan.Data.Directory.Count; user++)
        {
            words[user >> 6] |= _plan.CohortOf(user).Cohort == cohort ? 1UL << user : 0;
        }

        return new(_plan.Data.Directory, words);
    }

    /// <summary>Says where a user is counted: the acquisition event, the cohort, and what the user brought at each age.</summary>
    /// <param name="user">A user of the dataset.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public LifetimeValueExplanation Explain(UserId user) => _plan.Explain(user);
}
