using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>The users behind an answer about active users, bound to its dataset; each set is made when it is asked for.</summary>
public sealed class ActiveUserSets
{
    private readonly ActivityLog _log;
    private readonly ActiveUsersSummary _summary;
    private readonly ImmutableArray<Lazy<(PeriodTable Table, UserPeriods Users)>> _calendar;
    private readonly Lazy<UserPeriods> _days;
    private readonly PeriodTable? _rollingDays;

    internal ActiveUserSets(ActivityLog log, ActiveUsersSummary summary, ImmutableArray<PeriodTable> tables, PeriodTable? rollingDays)
    {
        _log = log;
        _summary = summary;
        _calendar = [.. tables.Select(table => new Lazy<(PeriodTable, UserPeriods)>(() => (table, log.Periods(table))))];
        _days = new(log.Days);
        _rollingDays = rollingDays;
    }

    /// <summary>Gets the users who were active in a calendar period.</summary>
    /// <param name="unit">One of the definition's.</param>
    /// <param name="period">The place of the period in its series, from 0.</param>
    /// <exception cref="ArgumentException">The definition does not ask for the unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The series has no such period.</exception>
    public UserSet Active(CalendarUnit unit, int period)
    {
        ActiveUsersSeries series = _summary.By(unit);
        RequirePlace(period, series);
        UserPeriods users = _calendar[_summary.Calendar.IndexOf(series)].Value.Users;
        return _log.Users(user => UserActivity.EventsIn(users, user, period, period) >= _log.Activity.MinimumEvents);
    }

    /// <summary>Gets the users who were active in a rolling window.</summary>
    /// <param name="days">Its length, one of the definition's.</param>
    /// <param name="period">The place of its last day in the series, from 0.</param>
    /// <exception cref="ArgumentException">The definition does not ask for such a window.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The series has no such day.</exception>
    public UserSet ActiveInLast(int days, int period)
    {
        RequirePlace(period, _summary.InLast(days));
        int last = _rollingDays![period].FirstDay.DayNumber;
        UserPeriods users = _days.Value;
        return _log.Users(user => UserActivity.EventsIn(users, user, last - days + 1, last) >= _log.Activity.MinimumEvents);
    }

    private static void RequirePlace(int period, ActiveUsersSeries series)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(period);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(period, series.Periods.Length);
    }
}
