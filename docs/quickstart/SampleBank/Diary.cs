namespace UserOps.Samples;

/// <summary>Lives one person's days and writes down what the app would log.</summary>
/// <remarks>Each person has a stream of chance of their own, so nobody's diary depends on who else is in the sample.</remarks>
internal sealed class Diary(SampleBankOptions options, Catalog catalog, List<EventDraft> log)
{
    private const long MillisecondsPerDay = 24 * DayClock.MillisecondsPerHour;
    private const int MaximumSessions = 12;
    private readonly int _firstWeekday = (int)options.FirstDay.DayOfWeek;
    private readonly long _end = options.Days * MillisecondsPerDay;
    private readonly long[] _starts = new long[MaximumSessions];

    private Person _person = null!;
    private SampleRandom _random;
    private SampleRandom _installments;
    private InstallmentPlan _plan;
    private bool _hasCard;
    private long _clock;

    /// <summary>Adds all events of one person, in the order of time except for installments, which the bank books by itself.</summary>
    internal void Write(Person person)
    {
        _person = person;
        _random = SampleStreams.Days(options.Seed, person.Position);
        _installments = SampleStreams.Installments(options.Seed, person.Position);
        _plan = default;
        _hasCard = person.HasCard;
        _clock = long.MinValue;
        for (int day = person.FirstDay; day < options.Days; day++)
        {
            if (_plan.IsDue(day))
            {
                PayInstallment();
            }
            bool registersToday = person.RegisteredAt >= 0 && day == person.FirstDay;
            if (registersToday)
            {
                _clock = person.RegisteredAt;
                Add(SampleAction.Register, page: 0, success: 1);
                Pause();
                Session(isFirst: true);
            }
            else if (person.IsHere(day) && _random.Chance(OpensToday(day)))
            {
                Day(day);
            }
        }
    }

    private double OpensToday(int day)
    {
        double odds = _person.Activity * Market.WeekdayRhythm[(_firstWeekday + day) % 7];
        return odds / (1 + odds);
    }

    private void Day(int day)
    {
        // The busiest come back several times a day, so the tail of events is as heavy as that of activity.
        double again = _person.Activity / (1.5 + _person.Activity);
        int sessions = 1 + _random.Runs(again, MaximumSessions - 1);
        var starts = _starts.AsSpan(0, sessions);
        foreach (ref long start in starts)
        {
            start = day * MillisecondsPerDay + DayClock.Draw(ref _random);
        }
        starts.Sort();
        foreach (long start in starts)
        {
            // A visit that runs past midnight, or into the next one, pushes it back: nobody is in two at once.
            _clock = Math.Max(start, _clock + 60_000);
            Session(isFirst: false);
        }
    }

    private void Session(bool isFirst)
    {
        if (_person.IsVisitor)
        {
            Browse(actions: 1 + _random.Runs(0.5, 20));
            return;
        }
        if (!LogIn())
        {
            return;
        }
        if (!_hasCard && _random.Chance((isFirst ? 0.35 : 0.10) * Quality))
        {
            BindCard();
        }
        Browse(actions: 1 + _random.Runs(0.68, 60));
        if (_random.Chance(0.3))
        {
            Pause();
            Add(SampleAction.Logout, page: 4);
        }
    }

    private double Quality => Market.ChannelQuality[_person.Channel];

    private bool LogIn()
    {
        while (_random.Chance(0.03))
        {
            Add(SampleAction.Login, page: 0, success: 0);
            if (_random.Chance(0.15))
            {
                return false;
            }
            Pause();
        }
        Add(SampleAction.Login, page: 0, success: 1);
        return true;
    }

    private void BindCard()
    {
        Pause();
        bool works = _random.Chance(0.9);
        Add(SampleAction.BindCard, page: 4, success: works ? (byte)1 : (byte)0);
        _hasCard |= works;
    }

    private void Browse(int actions)
    {
        for (int i = 0; i < actions; i++)
        {
            Pause();
            int what = _random.Below(1000);
            if (_person.IsVisitor || what < 640)
            {
                Look(what);
            }
            else if (what < 955)
            {
                MoveMoney(what);
            }
            else
            {
                Speak(what);
            }
        }
    }

    private void Look(int what)
    {
        if (what % 8 == 0)
        {
            Add(SampleAction.Search, page: 5);
            return;
        }
        var (kind, page) = _random.Below(100) switch
        {
            < 40 => (catalog.Articles, (byte)0),
            < 65 => (catalog.Funds, (byte)1),
            < 80 => (catalog.Installments, (byte)2),
            _ => (catalog.Coupons, (byte)3),
        };
        short content = Catalog.Draw(kind, ref _random);
        Add(SampleAction.View, page, content: Logged(content));
        if (_person.IsVisitor)
        {
            return;
        }
        if (_random.Chance(0.06))
        {
            Add(SampleAction.Like, page, content: content, after: 2_000);
        }
        if (_random.Chance(0.02))
        {
            Add(SampleAction.Share, page, content: content, after: 4_000);
        }
        if (page == 1 && _hasCard && _random.Chance(0.12))
        {
            Pause();
            Add(SampleAction.BuyFund, page, Fen(2_000, 1_000_000), Succeeds(0.97), content);
        }
        if (page == 2 && _hasCard && !_plan.IsRunning && _random.Chance(0.08 * Quality))
        {
            Apply(content);
        }
    }

    private void MoveMoney(int what)
    {
        if (!_hasCard)
        {
            Add(SampleAction.View, page: 4);
            return;
        }
        switch (what)
        {
            case < 820:
                Add(SampleAction.Pay, page: 3, Fen(68, 50_000), Succeeds(0.98));
                break;
            case < 945:
                Add(SampleAction.Transfer, page: 4, Fen(800, 500_000), Succeeds(0.97));
                break;
            default:
                Add(SampleAction.Redeem, page: 1, Fen(1_500, 1_000_000), Succeeds(0.99));
                break;
        }
    }

    private void Speak(int what)
    {
        switch (what)
        {
            case < 985:
                Add(SampleAction.Invite, page: 4);
                break;
            case < 986:
                Add(SampleAction.Complaint, page: 4);
                break;
            default:
                Add(SampleAction.Search, page: 5);
                break;
        }
    }

    private void Apply(short content)
    {
        Pause();
        long principal = Math.Max(Fen(6_000, 300_000) / 10_000 * 10_000, 60_000);
        bool granted = _random.Chance(0.78);
        Add(SampleAction.ApplyInstallment, page: 2, principal, granted ? (byte)1 : (byte)0, content);
        if (granted)
        {
            _plan = InstallmentPlan.Start((int)(_clock / MillisecondsPerDay), principal, ref _random);
        }
    }

    private void PayInstallment()
    {
        _plan = _plan.Settle(_person.Activity, ref _installments, out int? paidOn);
        if (paidOn is int day)
        {
            // Booked after whatever the user did up to now: a visit may run past midnight.
            long at = Math.Max(day * MillisecondsPerDay + DayClock.Draw(ref _installments), _clock + 1);
            Log(ref _installments, at, SampleAction.InstallmentPaid, EventDraft.NoCode, _plan.MonthlyFen, EventDraft.NoCode, EventDraft.Nothing);
        }
    }

    private long Fen(double medianYuan, double mostYuan)
        => Math.Max(1, (long)(Math.Min(_random.HeavyTailed(medianYuan), mostYuan) * 100));

    private byte Succeeds(double probability) => _random.Chance(probability) ? (byte)1 : (byte)0;

    // A hundredth of the views come without the id, and a few name a content that has been withdrawn since.
    private short Logged(short content) => _random.Below(1000) switch
    {
        < 10 => EventDraft.Nothing,
        < 13 => (short)(catalog.Contents.Count + _random.Below(Catalog.WithdrawnIds.Length)),
        _ => content,
    };

    private void Pause() => _clock += 1_000 + (long)Math.Min(_random.HeavyTailed(12_000), 900_000);

    private void Add(
        SampleAction action, byte page, long amount = EventDraft.Nothing, byte success = EventDraft.NoCode,
        short content = EventDraft.Nothing, long after = 0)
    {
        _clock += after;
        Log(ref _random, _clock, action, page, amount, success, content);
    }

    private void Log(ref SampleRandom random, long at, SampleAction action, byte page, long amount, byte success, short content)
    {
        if (at >= _end)
        {
            return; // the log was cut at the last midnight
        }
        var gaps = (random.Chance(0.012) ? EventGaps.Channel : 0) | (random.Chance(0.01) ? EventGaps.System : 0);
        long logged = amount >= 0 && random.Chance(0.004) ? EventDraft.Nothing : amount;
        log.Add(new EventDraft(at, logged, _person.Position, content, action, page, success, gaps));
    }
}
