using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>A churn warning compiled against one dataset and context: names to codes, tests to row masks, days to ticks.</summary>
internal sealed class ChurnPlan
{
    private readonly EventMatches? _paid;
    private readonly AmountColumn? _amounts;

    /// <exception cref="InvalidDefinitionException">A column the definition names is absent or of another kind.</exception>
    internal ChurnPlan(
        ChurnWarningDefinition definition, UserOpsDataset data, EvaluationContext context, RunOptions? run, CancellationToken cancellationToken)
    {
        _amounts = ChurnWarningRules.RequireColumns(definition, data);
        Definition = definition;
        Data = data;
        Context = context;
        Clock = new ChurnClock(definition, context);
        Judge = new ChurnJudge(definition);
        Activity = EventMatches.Of(definition.Activity, data, context.Zone, "/activity", run, cancellationToken);
        _paid = definition.Amounts is { } amounts
            ? EventMatches.Of(amounts.Events, data, context.Zone, "/amounts/events", run, cancellationToken)
            : null;
    }

    internal ChurnWarningDefinition Definition { get; }

    internal UserOpsDataset Data { get; }

    internal EvaluationContext Context { get; }

    internal ChurnClock Clock { get; }

    internal ChurnJudge Judge { get; }

    internal EventMatches Activity { get; }

    /// <summary>Gets the digits after the point of the amounts; 0 without any.</summary>
    internal int Scale => _amounts?.Scale ?? 0;

    internal ImmutableArray<string> UnknownEvents
        => [.. Activity.UnknownNames.Concat(_paid?.UnknownNames ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    internal ChurnScratch NewScratch() => new(Clock.Calendar);

    /// <summary>Gets the end of the events of a user that 'as of' lets be seen.</summary>
    internal int SeenEnd(int user) => Data.Events.SeenEnd(Data.Events.Offsets[user], Data.Events.Offsets[user + 1], Clock.AsOf);

    /// <summary>Measures one user.</summary>
    internal ChurnFigures Measure(int user, ChurnScratch scratch)
    {
        int from = Data.Events.Offsets[user];
        int to = SeenEnd(user);
        int last = MarkActivity(from, to, scratch);
        ChurnFigures figures = last < 0
            ? new() { LastEvent = last }
            : Rhythm(scratch.Marks, Definition, Clock) with { LastEvent = last, LastTicks = Data.Events.UtcTicks[last] };
        return _amounts is null ? figures : WithAmounts(figures, from, to);
    }

    /// <summary>Measures the rhythm of a user with activity.</summary>
    /// <param name="marks">Shape [distinct marks]; strictly ascending, at least one. Overwritten.</param>
    /// <param name="definition">What a rhythm is.</param>
    /// <param name="clock">Where 'as of' lies.</param>
    internal static ChurnFigures Rhythm(Span<long> marks, ChurnWarningDefinition definition, ChurnClock clock)
    {
        long current = (clock.Now - marks[^1]) * clock.UnitTicks;
        int gaps = ChurnKernels.GapsOf(marks, clock.Reach, clock.UnitTicks);
        return new()
        {
            LastEvent = 0,
            Gaps = gaps,
            UsualTicks = gaps < definition.MinimumGaps ? 0 : ChurnKernels.UsualGap(marks[..gaps], definition.Quantile),
            CurrentTicks = current,
        };
    }

    // Returns the last event of activity, -1 for none.
    private int MarkActivity(int from, int to, ChurnScratch scratch)
    {
        EventTable events = Data.Events;
        ReadOnlySpan<long> utcTicks = events.UtcTicks;
        scratch.Clear();
        int last = -1;
        for (int row = from; row < to; row++)
        {
            if (Activity.Contains(events.CodeAt(row), row))
            {
                scratch.Add(Clock.HasDays ? scratch.DayOf(utcTicks[row]) : utcTicks[row]);
                last = row;
            }
        }

        return last;
    }

    private ChurnFigures WithAmounts(ChurnFigures figures, int from, int to)
    {
        int baseFrom = EventTableKernels.SeenEnd(Data.Events.UtcTicks, rows: [], from, to, Clock.BaseFrom);
        int recentFrom = EventTableKernels.SeenEnd(Data.Events.UtcTicks, rows: [], baseFrom, to, Clock.RecentFrom);
        (Int128 before, long missingBefore) = Total(baseFrom, recentFrom);
        (Int128 recent, long missing) = Total(recentFrom, to);
        return figures with { BaseUnits = before, RecentUnits = recent, WithoutAmount = missingBefore + missing };
    }

    private (Int128 Units, long Missing) Total(int from, int to)
    {
        EventTable events = Data.Events;
        ReadOnlySpan<long> units = _amounts!.Units;
        Int128 sum = 0;
        long missing = 0;
        for (int row = from; row < to; row++)
        {
            if (!_paid!.Contains(events.CodeAt(row), row))
            {
                continue;
            }

            if (_amounts.IsMissing(row))
            {
                missing++;
            }
            else
            {
                sum += units[row];
            }
        }

        return (sum, missing);
    }
}
