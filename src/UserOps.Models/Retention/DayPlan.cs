namespace UserOps.Models.Retention;

/// <summary>Goes through the local days of users, which are kept with the table: a tenth of the events, and enough for most tables of days, weeks and months.</summary>
internal sealed class DayPlan : RetentionPlan
{
    private readonly Lazy<UserPeriods> _starts; // sets ask for them, and tables that bitmaps do not answer
    private readonly Lazy<UserPeriods> _returns;

    internal DayPlan(RetentionGrid grid, UserOpsDataset data, RunOptions? run, CancellationToken cancellationToken)
        : base(grid, data, run, cancellationToken)
    {
        _starts = new(() => UserDays.Of(data, grid.Definition.Start, grid.Context, "/start", run, CancellationToken.None));
        _returns = IsOneFilter
            ? _starts
            : new(() => UserDays.Of(data, grid.Definition.Return, grid.Context, "/return", run, CancellationToken.None));
    }

    internal override ReadOnlySpan<int> Offsets => _returns.Value.Offsets;

    private bool IsOneFilter => Grid.Definition.Return == Grid.Definition.Start;

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
            Range starts = _starts.Value.Offsets[user].._starts.Value.Offsets[user + 1];
            Range returns = _returns.Value.Offsets[user].._returns.Value.Offsets[user + 1];
            var walk = new DayWalk(Grid, _starts.Value.Numbers[starts], _returns.Value.Numbers[returns], _returns.Value.Counts[returns]);
            while (walk.MoveNext(memory))
            {
                sink.Add(user, IRetentionSink.AnyValue, walk.Cohort, memory.Columns);
            }
        }
    }

    internal override RetentionTally Count(RunOptions? run, CancellationToken cancellationToken)
    {
        if (BitmapPass(run, cancellationToken) is { } pass)
        {
            return pass.Count(run, cancellationToken);
        }

        // Read here, where the caller can still give up: what is asked for later is kept by then.
        ReadDays(Grid.Definition.Start, "/start", run, cancellationToken);
        ReadDays(Grid.Definition.Return, "/return", run, cancellationToken);
        return base.Count(run, cancellationToken);
    }

    private void ReadDays(EventFilter filter, string path, RunOptions? run, CancellationToken cancellationToken)
    {
        EventMatches matches = EventMatches.Of(filter, Data, Grid.Context.Zone, path, run, cancellationToken);
        UserDays.OfAllTime(Data, filter, Grid.Context.Zone, matches, run, cancellationToken);
    }

    // Null where days have to be looked at user by user: events of a period are counted, or cells are many and active days few.
    private RetentionBitmapPass? BitmapPass(RunOptions? run, CancellationToken cancellationToken)
    {
        RetentionDefinition definition = Grid.Definition;
        if (definition.MinimumOccurrences > 1 || RetentionBitmapPass.WordsRead(Grid, Data) > RetentionDefaults.WordsPerEvent * (long)Data.Events.Count)
        {
            return null;
        }

        DayBitmaps? starts = DayBitmaps.Of(Data, definition.Start, Grid.Context, "/start", run, cancellationToken);
        DayBitmaps? returns = IsOneFilter ? starts : DayBitmaps.Of(Data, definition.Return, Grid.Context, "/return", run, cancellationToken);
        return starts is null || returns is null ? null : new(Grid, starts, returns);
    }
}
