namespace UserOps.Models.Activity;

/// <summary>The visitors behind a traffic result, bound to its dataset. Sets are made when they are asked for.</summary>
public sealed class TrafficUsers
{
    private readonly TrafficPlan _plan;

    internal TrafficUsers(TrafficPlan plan) => _plan = plan;

    /// <summary>Gets the visitors of the whole report.</summary>
    public UserSet Visitors => VisitorsBetween(_plan.Calendar.Start, _plan.Calendar.End);

    /// <summary>Gets the visitors of one period.</summary>
    /// <param name="period">Its index in <see cref="TrafficSummary.Periods"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such period.</exception>
    public UserSet VisitorsIn(int period)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(period);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(period, _plan.Calendar.Periods.Length);
        CalendarPeriod asked = _plan.Calendar.Periods[period];
        return VisitorsBetween(asked.StartTicks, asked.EndTicks);
    }

    /// <summary>Lists the visits of a user: why each began, where it came from and in which period it counts.</summary>
    /// <param name="user">A user of the dataset.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public TrafficExplanation Explain(UserId user)
    {
        SessionExplanation sessions = SessionExplainer.Explain(_plan.Sessions, _plan.Context, user, out List<SessionSpan> spans);
        return new() { User = user, Visits = [.. sessions.Sessions.Zip(spans, Tell)], ViewsWithoutVisit = sessions.EventsWithoutSession };
    }

    private TrafficVisit Tell(UserSession session, SessionSpan span)
    {
        int period = _plan.Calendar.IndexOf(span.Start, -1);
        return new()
        {
            Session = session,
            Source = _plan.Source is { } source && _plan.SourceOf(span) is >= 0 and int code ? source.Values[code] : null,
            Period = period < 0 ? null : period,
        };
    }

    private UserSet VisitorsBetween(long fromTicks, long toTicks)
    {
        EventTable events = _plan.Sessions.Data.Events;
        var words = new ulong[BitKernels.WordsFor(events.Directory.Count)];
        for (int user = 0; user < events.Directory.Count; user++)
        {
            int end = _plan.Sessions.SeenEnd(user);
            int first = EventTableKernels.SeenEnd(events.UtcTicks, rows: [], events.Offsets[user], end, fromTicks - 1);
            words[user >> 6] |= HasView(first, end, toTicks) ? 1UL << (user & 63) : 0;
        }

        return new(events.Directory, words);
    }

    private bool HasView(int first, int end, long toTicks)
    {
        ReadOnlySpan<long> utcTicks = _plan.Sessions.Data.Events.UtcTicks;
        for (int i = first; i < end && utcTicks[i] < toTicks; i++)
        {
            if (_plan.Sessions.RoleAt(i) == SessionRole.Event)
            {
                return true;
            }
        }

        return false;
    }
}
