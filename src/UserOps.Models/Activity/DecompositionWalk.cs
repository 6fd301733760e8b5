namespace UserOps.Models.Activity;

/// <summary>Goes through the periods in which one user is something: active, or dormant since the one before. Other periods are not stopped at.</summary>
internal ref struct DecompositionWalk
{
    private const int NoPeriod = -2; // -1 is all that lies before the table

    private readonly ReadOnlySpan<int> _numbers;
    private readonly ReadOnlySpan<int> _events;
    private readonly int _minimumEvents;
    private readonly int _basis;
    private readonly int _end;
    private int _next;
    private int _lastActive;

    internal DecompositionWalk(DecompositionPlan plan, UserPeriods periods, int user)
    {
        _numbers = periods.Numbers[periods.Offsets[user]..periods.Offsets[user + 1]];
        _events = periods.Counts[periods.Offsets[user]..periods.Offsets[user + 1]];
        _minimumEvents = plan.Log.Activity.MinimumEvents;
        _end = plan.Table.Count;
        _lastActive = NoPeriod;
        SkipToActive();
        _basis = plan.BasisOf(user, _next < _numbers.Length ? _numbers[_next] : NoPeriod);
        Place = NoPeriod;
    }

    /// <summary>Gets the place of the period in the table.</summary>
    internal int Place { get; private set; }

    /// <summary>Gets what the user is in it.</summary>
    internal ActivityClass Class { get; private set; }

    /// <summary>Goes on to the next such period.</summary>
    internal bool MoveNext()
    {
        if (_next < _numbers.Length && _numbers[_next] < 0)
        {
            _lastActive = NoPeriod; // long ago, so the period before the first one is not meant
            _next++;
            SkipToActive();
        }

        int dormantFrom = _lastActive == NoPeriod ? NoPeriod : _lastActive + 1;
        if (dormantFrom >= 0 && dormantFrom < _end && Place != dormantFrom && (_next >= _numbers.Length || _numbers[_next] > dormantFrom))
        {
            (Place, Class) = (dormantFrom, ActivityClass.WentDormant);
            return true;
        }

        if (_next >= _numbers.Length)
        {
            return false;
        }

        Place = _numbers[_next];
        Class = Place == _basis ? ActivityClass.New
            : _lastActive != NoPeriod && _lastActive == Place - 1 ? ActivityClass.Returning
            : ActivityClass.Resurrected;
        _lastActive = Place;
        _next++;
        SkipToActive();
        return true;
    }

    private void SkipToActive()
    {
        while (_next < _numbers.Length && _events[_next] < _minimumEvents)
        {
            _next++;
        }
    }
}
