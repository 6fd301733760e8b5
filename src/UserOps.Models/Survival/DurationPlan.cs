using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>A definition compiled against one dataset: filters to codes and row masks, days to ticks.</summary>
internal sealed class DurationPlan
{
    private readonly EventTable _events;
    private readonly EventMatches _start;
    private readonly EventMatches[] _ends;
    private readonly EventCategory?[] _causes;
    private readonly EventMatches? _activity;
    private readonly long _unit;
    private readonly long _limit;
    private readonly long _asOf;
    private readonly long _horizon;
    private readonly long _observedFrom;
    private readonly long _lateEntry;

    /// <exception cref="InvalidDefinitionException">A column the definition names is absent or of another kind.</exception>
    internal DurationPlan(DurationDefinition definition, UserOpsDataset data, EvaluationContext context, RunOptions? run, CancellationToken cancellationToken)
    {
        InvalidDefinitionException.ThrowIfAny(DurationRules.CheckColumns(definition, data));
        Definition = definition;
        Data = data;
        Context = context;
        _events = data.Events;
        _start = MatchesOf(definition.Start, "/start");
        _ends = [.. definition.Ends.Select((end, i) => MatchesOf(end.Events, $"/ends/{i}/events"))];
        var none = ImmutableArray.CreateBuilder<DefinitionIssue>();
        _causes = [.. definition.Ends.Select((end, i) => end.CauseBy is { } property ? EventCategory.Find(data, property, $"/ends/{i}/causeBy", none) : null)];
        _activity = definition.Inactivity is { } inactivity ? MatchesOf(inactivity.Activity, "/inactivity/activity") : null;
        _unit = definition.Unit switch
        {
            DurationUnit.Hour => TimeSpan.TicksPerHour,
            DurationUnit.Week => 7 * TimeSpan.TicksPerDay,
            _ => TimeSpan.TicksPerDay,
        };
        _limit = definition.Inactivity?.Limit.Ticks ?? 0;
        _asOf = context.AsOf.UtcTicks;
        _horizon = definition.Inactivity?.EndsAt == InactivityEnd.LastActivity ? _asOf - _limit : _asOf;
        _observedFrom = definition.ObservedFrom?.UtcTicks ?? long.MinValue;
        _lateEntry = _observedFrom + (IsKnownAtOnce(definition) ? 0 : _limit);

        EventMatches MatchesOf(EventFilter filter, string path) => EventMatches.Of(filter, data, context.Zone, path, run, cancellationToken);
    }

    internal DurationDefinition Definition { get; }

    internal UserOpsDataset Data { get; }

    internal EvaluationContext Context { get; }

    internal ImmutableArray<string> UnknownEvents
        => [.. _ends.Append(_start).Concat(_activity is null ? [] : [_activity])
            .SelectMany(matches => matches.UnknownNames).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Gets the cause of an ended user.</summary>
    internal string CauseOf(DurationSpan span) => span.End == _ends.Length ? Definition.Inactivity!.Cause
        : span.CauseCode >= 0 ? _causes[span.End]!.Values[span.CauseCode]
        : Definition.Ends[span.End].Cause;

    /// <summary>Gets how long a clock ran, in the definition's unit.</summary>
    internal double TimeOf(DurationSpan span) => TimeOf(span, span.Stop);

    /// <summary>Gets how long a clock had run at an instant.</summary>
    internal double TimeOf(DurationSpan span, long utcTicks) => (double)(utcTicks - span.Start) / _unit;

    /// <summary>Reads the clock of a user.</summary>
    /// <param name="ordinal">0 to the number of users - 1.</param>
    internal DurationSpan SpanOf(int ordinal)
    {
        int from = _events.Offsets[ordinal];
        int to = _events.SeenEnd(from, _events.Offsets[ordinal + 1], _asOf);
        int started = StartIn(from, to);
        if (started < 0)
        {
            return DurationSpan.Without(DurationOutcome.NotStarted);
        }

        long start = _events.UtcTicks[started];
        int first = FirstAt(from, started);
        if (start > _horizon)
        {
            return DurationSpan.Without(DurationOutcome.TooRecent, start);
        }

        if (start >= _observedFrom)
        {
            return Run(start, start, start, first, to);
        }

        long firstSeen = _activity is null ? start : FirstSeen(first, to);
        if (_activity is not null && firstSeen >= _observedFrom + _limit)
        {
            return DurationSpan.Without(DurationOutcome.NotWatched, start);
        }

        DurationSpan span = Run(start, _lateEntry, firstSeen, first, to);

        // Who started before watching began is at risk after the entry only, so a clock that stopped by then was never watched.
        return TimeOf(span) <= TimeOf(span, span.Entered) ? span with { Outcome = DurationOutcome.NotWatched } : span;
    }

    /// <summary>Says whether of everybody who started before watching began it shows that they had not ended just then, or only one limit later.</summary>
    /// <remarks>
    /// Who enters must be everybody who had not ended at the entry, or the curve is of those who were to stay. Of inactivity that shows when a limit has
    /// passed: by then everybody has been active or has ended. An entry at each user's own activity would be followed by a limit in which nobody can end,
    /// while those who do end in it are never seen. Where the last activity is the end, and the only one, activity since shows all that is needed.
    /// </remarks>
    private static bool IsKnownAtOnce(DurationDefinition definition)
        => definition.Inactivity is null || (definition.Inactivity.EndsAt == InactivityEnd.LastActivity && definition.Ends.IsEmpty);

    /// <summary>Finds the first activity since watching began; <see cref="long.MaxValue"/> for none.</summary>
    /// <remarks>
    /// Activity before may be missing from the log, so a gap there shows nothing. But all activity before was before the instant, so where the first one since
    /// comes a limit after it, or later, the user had ended in between.
    /// </remarks>
    private long FirstSeen(int first, int to)
    {
        for (int i = first; i < to; i++)
        {
            if (_events.UtcTicks[i] >= _observedFrom && _activity!.Contains(_events.CodeAt(i), i))
            {
                return _events.UtcTicks[i];
            }
        }

        return long.MaxValue;
    }

    /// <summary>Runs the clock to its end or to the horizon.</summary>
    private DurationSpan Run(long start, long entered, long lastActivity, int first, int to)
    {
        ReadOnlySpan<long> utcTicks = _events.UtcTicks;
        for (int i = first; i < to; i++)
        {
            long at = utcTicks[i];
            if (_activity is not null && at > lastActivity + _limit)
            {
                break;
            }

            if (EndAt(i, at == start) is var end and >= 0)
            {
                return EndedBy(end, start, entered, lastActivity, i, to);
            }

            if (IsActivity(i))
            {
                lastActivity = Math.Max(lastActivity, at);
            }
        }

        if (_activity is null || lastActivity + _limit > _asOf)
        {
            return new(DurationOutcome.Censored, start, entered, _horizon, lastActivity, -1, -1);
        }

        long stop = Definition.Inactivity!.EndsAt == InactivityEnd.LastActivity ? lastActivity : lastActivity + _limit;
        return new(DurationOutcome.Ended, start, entered, stop, lastActivity, _ends.Length, -1);
    }

    private bool IsActivity(int index) => _activity is not null && _activity.Contains(_events.CodeAt(index), index);

    /// <summary>Ends the clock at an instant: of the events there the first entry of the ends decides, and of their values the ordinally smallest.</summary>
    private DurationSpan EndedBy(int end, long start, long entered, long lastActivity, int index, int to)
    {
        long at = _events.UtcTicks[index];
        int cause = -1;
        for (int i = index; i < to && _events.UtcTicks[i] == at; i++)
        {
            // Activity at the instant of the end counts wherever it stands in the list: what is told depends on no order of arrival.
            lastActivity = IsActivity(i) ? Math.Max(lastActivity, at) : lastActivity;
            int other = EndAt(i, at == start);
            if (other < 0 || other > end)
            {
                continue;
            }

            int code = _causes[other]?.CodeAt(i) ?? -1;
            cause = other < end ? code : _causes[other]?.Smaller(cause, code) ?? -1;
            end = other;
        }

        return at > _horizon
            ? new(DurationOutcome.Censored, start, entered, _horizon, lastActivity, -1, -1)
            : new(DurationOutcome.Ended, start, entered, at, lastActivity, end, cause);
    }

    /// <summary>Finds the first entry of the ends that an event serves; -1 for none. What starts a clock does not stop it at the same instant.</summary>
    private int EndAt(int index, bool isAtStart)
    {
        int code = _events.CodeAt(index);
        if (isAtStart && _start.Contains(code, index))
        {
            return -1;
        }

        for (int end = 0; end < _ends.Length; end++)
        {
            if (_ends[end].Contains(code, index))
            {
                return end;
            }
        }

        return -1;
    }

    private int StartIn(int from, int to)
    {
        bool onlyFirst = Definition.StartAt == DurationStart.FirstEver;
        long? firstEver = null;
        for (int i = from; i < to; i++)
        {
            // At one instant any of several first events may be the one that passes.
            if (_events.UtcTicks[i] > firstEver)
            {
                return -1;
            }

            int code = _events.CodeAt(i);
            if (_start.Contains(code, i))
            {
                return i;
            }

            if (onlyFirst && _start.Codes[code])
            {
                firstEver ??= _events.UtcTicks[i];
            }
        }

        return -1;
    }

    private int FirstAt(int from, int index)
    {
        while (index > from && _events.UtcTicks[index - 1] == _events.UtcTicks[index])
        {
            index--;
        }

        return index;
    }
}
