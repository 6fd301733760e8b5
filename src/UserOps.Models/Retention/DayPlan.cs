namespace UserOps.Models.Retention;

/// <summary>Goes through the local days of users, which are kept with the table: a tenth of the events, and enough for most tables of days, weeks and months.</summary>
internal sealed class DayPlan : RetentionPlan
{
    private readonly UserPeriods _starts;
    private readonly UserPeriods _returns;

    internal DayPlan(RetentionGrid grid, UserOpsDataset data, RunOptions? run, CancellationToken cancellationToken)
        : base(grid, data, run, cancellationToken)
    {
        _starts = UserDays.Of(data, grid.Definition.Start, grid.Context, "/start", run, cancellationToken);
        _returns = grid.Definition.Return == grid.Definition.Start
            ? _starts
            : UserDays.Of(data, grid.Definition.Return, grid.Context, "/return", run, cancellationToken);
    }

    internal override ReadOnlySpan<int> Offsets => _returns.Offsets;

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

    internal override RetentionTally Count(RunOptions? run, CancellationToken cancellationToken)
        => BitmapPass(run, cancellationToken)?.Count(run, cancellationToken) ?? base.Count(run, cancellationToken);

    // Null where days have to be looked at user by user: events of a period are counted, or cells are many and active days few.
    private RetentionBitmapPass? BitmapPass(RunOptions? run, CancellationToken cancellationToken)
    {
        RetentionDefinition definition = Grid.Definition;
        if (definition.MinimumOccurrences > 1
            || DayBitmaps.Of(Data, definition.Start, Grid.Context, "/start", run, cancellationToken) is not { } starts
            || DayBitmaps.Of(Data, definition.Return, Grid.Context, "/return", run, cancellationToken) is not { } returns)
        {
            return null;
        }

        long days = (long)_starts.Numbers.Length + _returns.Numbers.Length;
        return RetentionBitmapPass.WordsRead(Grid, starts) <= RetentionDefaults.WordsPerDay * days ? new(Grid, starts, returns) : null;
    }

    private ReadOnlySpan<int> StartDays(int user) => _starts.Numbers[_starts.Offsets[user].._starts.Offsets[user + 1]];
}
