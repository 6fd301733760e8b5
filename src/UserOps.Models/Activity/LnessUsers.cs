namespace UserOps.Models.Activity;

/// <summary>The users behind a histogram of active days, bound to its dataset.</summary>
public sealed class LnessUsers
{
    internal const int NotLookedAt = -1;

    private readonly ActivityLog _log;
    private readonly LnessDefinition _definition;
    private readonly int[] _daysOfUser;
    private readonly bool _hasPopulation;

    internal LnessUsers(ActivityLog log, LnessDefinition definition, int[] daysOfUser, bool hasPopulation)
    {
        _log = log;
        _definition = definition;
        _daysOfUser = daysOfUser;
        _hasPopulation = hasPopulation;
    }

    /// <summary>Gets the users with so many active days and more, as the definition says it of power users.</summary>
    public UserSet PowerUsers => _log.Users(user => _daysOfUser[user] >= _definition.PowerFrom);

    /// <summary>Gets on how many days a user was active; null for a user outside the population.</summary>
    /// <param name="user">A user of the dataset.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public int? ActiveDaysOf(UserId user)
    {
        int days = _daysOfUser[_log.OrdinalOf(user)];
        return days == NotLookedAt ? null : days;
    }

    /// <summary>Gets the users of one place of the histogram.</summary>
    /// <param name="days">The active days, 0 to the days of the definition; of 0, those of the population who never came, and nobody without one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The histogram has no such place.</exception>
    public UserSet With(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, _definition.Days);
        return days == 0 && !_hasPopulation ? UserSet.None(_log.Data.Directory) : _log.Users(user => _daysOfUser[user] == days);
    }
}
