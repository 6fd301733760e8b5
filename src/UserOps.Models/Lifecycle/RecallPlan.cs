namespace UserOps.Models.Lifecycle;

/// <summary>A recall measurement compiled against one dataset: names to codes, tests to row masks, the window to ticks.</summary>
internal sealed class RecallPlan
{
    private readonly long _targetedAt;
    private readonly long _windowEnd;

    internal RecallPlan(
        RecallDefinition definition, UserOpsDataset data, EvaluationContext context, UserSet targeted, DateTimeOffset targetedAt, UserSet? holdout, RunOptions? run, CancellationToken cancellationToken)
    {
        Definition = definition;
        Data = data;
        Context = context;
        Targeted = targeted;
        Holdout = holdout;
        TargetedAt = targetedAt;
        Returns = EventMatches.Of(definition.Return, data, context.Zone, "/return", run, cancellationToken);
        _targetedAt = targetedAt.UtcTicks;
        _windowEnd = definition.Window.Ticks > long.MaxValue - _targetedAt ? long.MaxValue : _targetedAt + definition.Window.Ticks;
    }

    internal RecallDefinition Definition { get; }

    internal UserOpsDataset Data { get; }

    internal EvaluationContext Context { get; }

    internal UserSet Targeted { get; }

    internal UserSet? Holdout { get; }

    internal DateTimeOffset TargetedAt { get; }

    internal EventMatches Returns { get; }

    /// <summary>Says whether a user returned in the window, as far as 'as of' lets it be seen.</summary>
    internal bool IsBack(int user) => FirstReturn(user, Math.Min(_windowEnd, Context.AsOf.UtcTicks)) >= 0;

    internal RecallExplanation Explain(int user)
    {
        int row = FirstReturn(user, Context.AsOf.UtcTicks);
        long at = row < 0 ? 0 : Data.Events.UtcTicks[row];
        bool isBack = row >= 0 && at <= _windowEnd;
        return new()
        {
            User = Data.Directory[user],
            Group = Targeted.Contains(user) ? RecallGroup.Targeted : Holdout?.Contains(user) == true ? RecallGroup.Holdout : RecallGroup.Neither,
            IsBack = isBack,
            ReturnedAt = row < 0 ? null : ReportingCalendar.Of(Context).InstantOf(at),
            ReturnEvent = row < 0 ? null : row,
            LateBy = row < 0 || isBack ? null : new TimeSpan(at - _windowEnd),
            IsOpen = !isBack && _windowEnd > Context.AsOf.UtcTicks,
        };
    }

    // Returns the index of the first returning event after targeting and up to a tick, -1 for none.
    private int FirstReturn(int user, long lastTicks)
    {
        EventTable events = Data.Events;
        int to = events.Offsets[user + 1];
        int row = EventTableKernels.SeenEnd(events.UtcTicks, rows: [], events.Offsets[user], to, _targetedAt);
        for (; row < to && events.UtcTicks[row] <= lastTicks; row++)
        {
            if (Returns.Contains(events.CodeAt(row), row))
            {
                return row;
            }
        }

        return -1;
    }
}
