using System.Numerics;

namespace UserOps.Models.Funnels;

/// <summary>One evaluation: picks the kernel, splits the units by events, and adds the counts up in the order of the units.</summary>
internal sealed class FunnelEvaluation
{
    private readonly CompiledFunnel _funnel;
    private readonly UnitLevels _levels;
    private readonly ReportingCalendar? _days;
    private readonly CancellationToken _cancellationToken;

    private FunnelEvaluation(CompiledFunnel funnel, CancellationToken cancellationToken)
    {
        _funnel = funnel;
        _cancellationToken = cancellationToken;
        _levels = new UnitLevels(funnel.Units.Count, funnel.Plan, funnel.Definition.Detail == FunnelDetail.Chains);
        _days = funnel.Definition.Trend is null ? null : ReportingCalendar.Of(funnel.Context);
    }

    internal static FunnelResult Run(CompiledFunnel funnel, RunOptions? run, CancellationToken cancellationToken)
    {
        var evaluation = new FunnelEvaluation(funnel, cancellationToken);
        var tally = new FunnelTally(funnel.Plan.StepCount);
        foreach (FunnelTally part in UserRange.Each(funnel.Units.Offsets, run, evaluation.PickKernel(), cancellationToken))
        {
            tally.Add(part);
        }

        return new FunnelResult(funnel, evaluation.Summarize(tally), evaluation._levels);
    }

    private Func<UserRange, FunnelTally> PickKernel()
    {
        if (!_funnel.IsPlain)
        {
            return RunGeneral;
        }

        if (_funnel.StepOfCode() is not { } stepOfCode)
        {
            return RunOverlapping;
        }

        EventMasks? tests = _funnel.Steps.NeedNoTest ? null : _funnel.Steps;
        if (_funnel.Data.Events.HasWideCodes)
        {
            var wide = new StepCodes<ushort>(stepOfCode, _funnel.Plan.StepCount, tests);
            return range => RunDistinct(range, _funnel.Data.Events.WideCodes, wide);
        }

        var narrow = new StepCodes<byte>(stepOfCode, _funnel.Plan.StepCount, tests);
        return range => RunDistinct(range, _funnel.Data.Events.NarrowCodes, narrow);
    }

    // Steps of different events by the default options: the usual question.
    private FunnelTally RunDistinct<TCode>(UserRange range, ReadOnlySpan<TCode> codes, StepCodes<TCode> steps)
        where TCode : unmanaged, IBinaryInteger<TCode>, IUnsignedNumber<TCode>, IMinMaxValue<TCode>
    {
        EventTable events = _funnel.Data.Events;
        Span<byte> levels = _levels.Levels[range.From..range.To];
        FunnelKernels.FurthestSteps(
            events.Offsets.Slice(range.From, range.To - range.From + 1),
            events.UtcTicks,
            codes,
            steps,
            _funnel.Plan.WindowTicks,
            _funnel.AsOfTicks,
            new TiedUsers(events.UsersWithTies, range.From),
            levels);
        return TallyLevels(range, HiddenIn(range));
    }

    // The default options, where events of one name may fill several steps.
    private FunnelTally RunOverlapping(UserRange range)
    {
        EventTable events = _funnel.Data.Events;
        Span<long> chainStarts = stackalloc long[_funnel.Plan.StepCount];
        var tied = new TiedUsers(events.UsersWithTies, 0);
        var hits = new UserHits(_funnel, _cancellationToken);
        long hidden = 0;
        for (int user = range.From; user < range.To; user++)
        {
            hits.Read(user);
            hidden += hits.Hidden;
            _levels.Levels[user] = (byte)(tied.Contains(user)
                ? FunnelKernels.CompletedStepsWithTies(hits.Ticks, hits.Masks, _funnel.Plan.WindowTicks, chainStarts)
                : FunnelKernels.CompletedSteps(hits.Ticks, hits.Masks, _funnel.Plan.WindowTicks, chainStarts));
        }

        return TallyLevels(range, hidden);
    }

    private FunnelTally TallyLevels(UserRange range, long hidden)
    {
        var tally = new FunnelTally(_funnel.Plan.StepCount) { EventsAfterAsOf = hidden };
        tally.AddLevels(_levels.Levels[range.From..range.To]);
        for (int user = range.From; user < range.To && _funnel.Breakdown is not null; user++)
        {
            if (_levels.Levels[user] == 0)
            {
                continue;
            }

            int value = TouchOf(user);
            bool hasRow = value >= 0 && tally.AddToRow(value, _levels.HeldBy(user));
            tally.EnteredWithoutRow += hasRow ? 0 : 1;
        }

        return tally;
    }

    private int TouchOf(int user)
    {
        EventTable events = _funnel.Data.Events;
        bool isLast = _funnel.Definition.Breakdown!.Attribution == FunnelAttribution.LastTouch;
        int first = events.Offsets[user];
        int end = _funnel.SeenEnd(first, events.Offsets[user + 1]);
        var touch = new Touch(_funnel.BreakdownRanks);
        for (int i = 0; i < end - first; i++)
        {
            int row = isLast ? end - 1 - i : first + i;
            int code = events.CodeAt(row);
            bool canFill = _funnel.Steps.Named[code] != 0 && _funnel.Steps.Of(code, row) != 0;
            if (canFill && !touch.Offer(_funnel.Breakdown!.CodeAt(row), events.UtcTicks[row]))
            {
                break;
            }
        }

        return touch.Value;
    }

    private FunnelTally RunGeneral(UserRange range)
    {
        FunnelDefinition definition = _funnel.Definition;
        Func<long, int>? dayOf = _days is null ? null : _days.DayNumberOf;
        var engine = new FunnelEngine(
            _funnel.Plan,
            new FunnelQuestions(_levels.HasChains, definition.Counting == FunnelCounting.Totals, dayOf),
            _cancellationToken);
        BreakdownTally? breakdown = _funnel.Breakdown is null ? null : new BreakdownTally(_funnel, _cancellationToken);
        var reader = new UnitReader(_funnel, _cancellationToken);
        var tally = new FunnelTally(_funnel.Plan.StepCount);
        for (int unit = range.From; unit < range.To; unit++)
        {
            reader.Read(unit);
            reader.Judge(engine);
            _levels.Set(unit, engine);
            tally.Add(engine);
            tally.EventsAfterAsOf += reader.Hidden;
            breakdown?.Add(reader, engine.Held, tally);
        }

        FunnelTally.Add(tally.Totals, engine.Tries);
        return tally;
    }

    private long HiddenIn(UserRange range)
    {
        EventTable events = _funnel.Data.Events;
        long hidden = 0;
        for (int user = range.From; user < range.To && events.LastTicks > _funnel.AsOfTicks; user++)
        {
            hidden += events.Offsets[user + 1] - _funnel.SeenEnd(events.Offsets[user], events.Offsets[user + 1]);
        }

        return hidden;
    }

    private FunnelSummary Summarize(FunnelTally tally) => new()
    {
        Definition = _funnel.Definition,
        Context = _funnel.Context,
        Steps = FunnelSummary.StepsOf(_funnel.Definition, [.. tally.Counts]),
        Removed = tally.Removed,
        Totals = _funnel.Definition.Counting == FunnelCounting.Totals ? [.. tally.Totals] : [],
        Breakdown =
        [
            .. tally.Rows
                .Select(row => new FunnelBreakdownRow(_funnel.Breakdown!.Values[row.Key], [.. row.Value]))
                .OrderBy(row => row.Value, StringComparer.Ordinal),
        ],
        EnteredWithoutRow = tally.EnteredWithoutRow,
        Trend = [.. tally.Days.OrderBy(day => day.Key).Select(day => DayOf(day.Key, day.Value))],
        EventsAfterAsOf = tally.EventsAfterAsOf,
        UnknownEvents = _funnel.UnknownEvents,
    };

    private FunnelTrendDay DayOf(int dayNumber, (long Entered, long Converted) units)
    {
        long observedUntil = (_funnel.Definition.Trend!.ObservedUntil ?? _funnel.Context.AsOf).UtcTicks;
        bool isComplete = _funnel.Plan.HasWindow && _days!.DayEndTicks(dayNumber) <= observedUntil - _funnel.Plan.WindowTicks;
        return new FunnelTrendDay(DateOnly.FromDayNumber(dayNumber), units.Entered, units.Converted, isComplete);
    }
}
