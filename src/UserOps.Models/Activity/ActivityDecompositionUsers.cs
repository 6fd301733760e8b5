namespace UserOps.Models.Activity;

/// <summary>The users behind a decomposition, bound to its dataset; each set is made when it is asked for.</summary>
public sealed class ActivityDecompositionUsers
{
    private readonly DecompositionPlan _plan;
    private readonly Lazy<UserPeriods> _periods;

    internal ActivityDecompositionUsers(DecompositionPlan plan)
    {
        _plan = plan;
        _periods = new(() => plan.Log.Periods(plan.Table));
    }

    /// <summary>Gets the users who are something in a period.</summary>
    /// <param name="kind">What they are; the absent are everybody else, those the dataset knows by other events or by the user table alone included.</param>
    /// <param name="period">The place of the period in the summary, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named classes, or there is no such period.</exception>
    public UserSet Of(ActivityClass kind, int period)
    {
        if (!Enum.IsDefined(kind))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "This is not one of the named classes.");
        }

        RequirePlace(period);
        UserPeriods periods = _periods.Value;
        return _plan.Log.Users(user => ClassOf(periods, user, _plan.Start + period) == kind);
    }

    /// <summary>Gets the users who were active in a period.</summary>
    /// <param name="period">The place of the period in the summary, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such period.</exception>
    public UserSet Active(int period)
    {
        RequirePlace(period);
        UserPeriods periods = _periods.Value;
        int place = _plan.Start + period;
        return _plan.Log.Users(user => UserActivity.EventsIn(periods, user, place, place) >= _plan.Log.Activity.MinimumEvents);
    }

    /// <summary>Says what a user is in each period, and why.</summary>
    /// <param name="user">A user of the dataset.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public ActivityExplanation Explain(UserId user) => ActivityExplainer.Explain(_plan, user);

    private ActivityClass ClassOf(UserPeriods periods, int user, int place)
    {
        var walk = new DecompositionWalk(_plan, periods, user);
        while (walk.MoveNext() && walk.Place <= place)
        {
            if (walk.Place == place)
            {
                return walk.Class;
            }
        }

        return ActivityClass.Absent;
    }

    private void RequirePlace(int period)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(period);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(period, _plan.Count);
    }
}
