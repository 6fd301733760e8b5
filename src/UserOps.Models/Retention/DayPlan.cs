namespace UserOps.Models.Retention;

/// <summary>Goes through the local days of users, which are kept with the table: a tenth of the events, and enough for most tables of days, weeks and months.</summary>
internal sealed class DayPlan : RetentionPlan
{
    private const int SmallPeriods = 64;

    private readonly UserPeriods _starts;
    private readonly UserPeriods _returns;

    internal DayPlan(RetentionGrid grid, UserOpsDataset data, RunOptions? run, CancellationToken cancellationToken)
        : base(grid, data)
    {
        _starts = UserDays.Of(data, grid.Definition.Start, grid.Context, "/start", run, cancellationToken);
        _returns = grid.Definition.Return == grid.Definition.Start
            ? _starts
            : UserDays.Of(data, grid.Definition.Return, grid.Context, "/return", run, cancellationToken);
    }

    internal override ReadOnlySpan<int> Offsets => _returns.Offsets;

    // Where periods are the rows' columns, single events suffice, and all periods have room in a word.
    private bool IsSmall => Grid.Definition is { Rule: RetentionRule.On, MinimumOccurrences: 1 } && Grid.Cohorts + Grid.Width - 1 <= SmallPeriods;

    /// <summary>Tells whether days are enough for a definition. Its first event ever may share its day with others, and a value may be on some events of a day.</summary>
    internal static bool Answers(RetentionDefinition definition)
        => definition is { Alignment: RetentionAlignment.Calendar, Breakdown: null }
            && definition.Unit != CalendarUnit.Hour
            && definition.CohortType != RetentionCohortType.FirstEver;

    internal override void Walk(UserRange users, IRetentionSink sink)
    {
        var memory = new RetentionMemory(Grid, new ulong[RetentionMemory.WordsFor(Grid)]);
        for (int user = users.From; user < users.To; user++)
        {
            Range returns = _returns.Offsets[user].._returns.Offsets[user + 1];
            var walk = new DayWalk(Grid, StartDays(user), _returns.Numbers[returns], _returns.Counts[returns]);
            while (walk.MoveNext(memory))
            {
                sink.Add(user, IRetentionSink.AnyValue, walk.Cohort, memory.Columns);
            }
        }
    }

    internal override void Count(UserRange users, RetentionTally tally)
    {
        if (IsSmall)
        {
            CountSmall(users, tally.All);
        }
        else
        {
            Walk(users, tally);
        }
    }

    private void CountSmall(UserRange users, GridCounts counts)
    {
        PeriodTable periods = Grid.Periods;
        bool isOneFilter = ReferenceEquals(_starts, _returns) && !Grid.TakesFirstStart;
        ulong cohorts = Lowest(Grid.Cohorts);
        ulong row = Lowest(Grid.Width);
        ulong always = Grid.CountsCohort ? 1UL : 0;
        ReadOnlySpan<int> offsets = _returns.Offsets;
        ReadOnlySpan<int> days = _returns.Numbers;
        for (int user = users.From; user < users.To; user++)
        {
            ulong returned = RetentionKernels.PeriodsOf(days[offsets[user]..offsets[user + 1]], periods);
            ulong members = cohorts & (isOneFilter ? returned : Members(user, periods));
            RetentionKernels.CountSmall(members, returned, row, always, Grid.Width, counts.Sizes, counts.Cells);
        }
    }

    private ulong Members(int user, PeriodTable periods)
    {
        ReadOnlySpan<int> days = StartDays(user);
        return RetentionKernels.PeriodsOf(Grid.TakesFirstStart && !days.IsEmpty ? days[..1] : days, periods);
    }

    private ReadOnlySpan<int> StartDays(int user) => _starts.Numbers[_starts.Offsets[user].._starts.Offsets[user + 1]];

    private static ulong Lowest(int bits) => ulong.MaxValue >> (64 - bits);
}
