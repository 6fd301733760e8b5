using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>Who was active when, for one definition of an active user over one dataset: the one place that knows where that is kept.</summary>
internal sealed class ActivityLog
{
    // Each is asked for once a window or once a table, and cut at 'as of' anew each time.
    private readonly Lazy<DayBitmaps?> _bitmaps;
    private readonly Lazy<UserPeriods> _days;

    /// <exception cref="InvalidDefinitionException">The filter names a column that is absent or of another kind.</exception>
    internal ActivityLog(UserOpsDataset data, ActiveUserDefinition activity, EvaluationContext context, RunOptions? run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.CheckColumns(activity.Events, data, ActivityRules.EventsPath, issues);
        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        Data = data;
        Activity = activity;
        Context = context;
        Run = run;
        CancellationToken = cancellationToken;
        _bitmaps = new(() => DayBitmaps.Of(Data, Activity.Events, Context, ActivityRules.EventsPath, Run, CancellationToken));
        _days = new(() => UserDays.Of(Data, Activity.Events, Context, ActivityRules.EventsPath, Run, CancellationToken));
    }

    internal UserOpsDataset Data { get; }

    internal ActiveUserDefinition Activity { get; }

    internal EvaluationContext Context { get; }

    internal RunOptions? Run { get; }

    internal CancellationToken CancellationToken { get; }

    /// <summary>Gets the threads of the evaluation, without anybody to tell: a question takes several passes, and only its end is told.</summary>
    internal RunOptions Quiet => (Run ?? new RunOptions()) with { Progress = null };

    internal Workers Workers => new(Quiet.Threads, CancellationToken);

    /// <summary>Gets the event names of the definition that the data never held, ordinal.</summary>
    internal ImmutableArray<string> UnknownEvents =>
        [.. EventMatches.Of(Activity.Events, Data, Context.Zone, ActivityRules.EventsPath, Quiet, CancellationToken).UnknownNames.Order(StringComparer.Ordinal)];

    /// <summary>Gets one bit per user and day; null where they would be too large, and where one event does not make a user active.</summary>
    internal DayBitmaps? Bitmaps() => Activity.MinimumEvents > 1 ? null : _bitmaps.Value;

    /// <summary>Gets the days of each user, with their events.</summary>
    internal UserPeriods Days() => _days.Value;

    /// <summary>Gets the periods of each user, with their events; what lies before the table is one entry of number -1.</summary>
    internal UserPeriods Periods(PeriodTable table)
        => UserPeriods.Of(Data, Activity.Events, table, Context, ActivityRules.EventsPath, Run, CancellationToken);

    /// <summary>Gets the same without the caller's token, for sets that are asked for after the evaluation.</summary>
    internal ActivityLog Lasting() => new(Data, Activity, Context, Quiet, CancellationToken.None);

    /// <summary>Makes the set of users who pass a test.</summary>
    internal UserSet Users(Func<int, bool> contains)
    {
        var words = new ulong[BitKernels.WordsFor(Data.Directory.Count)];
        for (int user = 0; user < Data.Directory.Count; user++)
        {
            words[user >> 6] |= contains(user) ? 1UL << user : 0;
        }

        return new(Data.Directory, words);
    }

    /// <summary>Gets the place of a user.</summary>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    internal int OrdinalOf(UserId user) => Data.Directory.TryGetOrdinal(user, out int ordinal)
        ? ordinal
        : throw new KeyNotFoundException($"The dataset does not know the user '{user}'.");
}
