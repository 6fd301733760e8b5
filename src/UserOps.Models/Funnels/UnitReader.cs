using System.Numerics;

namespace UserOps.Models.Funnels;

/// <summary>Reads the seen events of one unit and lays them out for the engine. One per worker.</summary>
internal sealed class UnitReader(CompiledFunnel funnel, CancellationToken cancellationToken = default)
{
    private readonly Timeline _timeline = new();
    private readonly Dictionary<(int Key, int Code), int> _heldKeys = [];
    private readonly long[] _first = new long[funnel.Plan.StepCount];
    private readonly ulong _firstEver = Mask(funnel, FunnelOccurrence.FirstEver);
    private readonly ulong _firstMatching = Mask(funnel, FunnelOccurrence.FirstMatching);
    private readonly long _fromTicks = funnel.Definition.Range?.From?.UtcTicks ?? long.MinValue;
    private readonly long _toTicks = funnel.Definition.Range?.To?.UtcTicks ?? long.MaxValue;
    private readonly bool _limitsEntryOnly = funnel.Definition.Range?.AppliesTo == FunnelRangeScope.Entry;
    private readonly bool _hasExclusions = !funnel.Definition.Exclusions.IsEmpty;
    private long[] _ticks = [];
    private ulong[] _canFill = [];
    private ulong[] _matches = [];
    private ulong[] _excluded = [];
    private int[] _rows = [];
    private int[] _values = [];
    private long[] _order = [];

    /// <summary>Gets the number of events that are seen.</summary>
    internal int Count { get; private set; }

    /// <summary>Gets the number of events of the unit after 'as of'.</summary>
    internal int Hidden { get; private set; }

    internal ReadOnlySpan<long> Ticks => _ticks.AsSpan(0, Count);

    /// <summary>Gets the steps each seen event may fill.</summary>
    internal ReadOnlySpan<ulong> CanFill => _canFill.AsSpan(0, Count);

    /// <summary>Gets the code of each seen event's breakdown value; -1 without one. Only with a breakdown.</summary>
    internal ReadOnlySpan<int> Values => _values.AsSpan(0, Count);

    internal ReadOnlySpan<int> Rows => _rows.AsSpan(0, Count);

    /// <summary>Reads a unit.</summary>
    internal void Read(int unit)
    {
        int first = funnel.Units.Offsets[unit];
        int end = funnel.Units.Offsets[unit + 1];
        int seenEnd = funnel.SeenEnd(first, end);
        Hidden = end - seenEnd;
        Reserve(seenEnd - first);
        if ((_firstEver | _firstMatching) != 0)
        {
            FindFirst(first, seenEnd);
        }

        Count = 0;
        _heldKeys.Clear();
        for (int position = first; position < seenEnd; position++)
        {
            cancellationToken.LookAt(position);
            Add(funnel.Units.RowAt(position));
        }

        if (!funnel.Hold.IsEmpty)
        {
            _order.AsSpan(0, Count).Sort();
        }
    }

    /// <summary>Judges the unit.</summary>
    /// <param name="engine">Is given a timeline for each value of the held properties.</param>
    /// <param name="value">Only events with this value of the breakdown property are seen; null for all.</param>
    /// <param name="valueAtStep">Only events with this value can fill the breakdown's step; null for all.</param>
    internal void Judge(FunnelEngine engine, int? value = null, int? valueAtStep = null)
    {
        engine.Begin();
        for (int first = 0; first < Count;)
        {
            int end = funnel.Hold.IsEmpty ? Count : EndOfKey(first);
            _timeline.Clear();
            for (int i = first; i < end; i++)
            {
                cancellationToken.LookAt(i);
                int at = funnel.Hold.IsEmpty ? i : (int)_order[i];
                if (value is null || _values[at] == value)
                {
                    ulong canFill = valueAtStep is null || _values[at] == valueAtStep
                        ? _canFill[at]
                        : _canFill[at] & ~(1UL << funnel.Definition.Breakdown!.Step!.Value);
                    _timeline.Add(_rows[at], _ticks[at], canFill, _matches[at], _hasExclusions ? _excluded[at] : 0, funnel.Plan.IsStrict);
                }
            }

            engine.Add(_timeline);
            first = end;
        }

        engine.End();
    }

    private void Add(int row)
    {
        int code = funnel.Data.Events.CodeAt(row);
        if (!funnel.Plan.IsStrict && (funnel.Steps.Named[code] | funnel.Exclusions.Named[code]) == 0)
        {
            return; // most events, as a rule
        }

        long ticks = funnel.Data.Events.UtcTicks[row];
        bool isInRange = ticks >= _fromTicks && ticks < _toTicks;
        int key = KeyOf(row);
        if ((!isInRange && !_limitsEntryOnly) || key < 0)
        {
            return;
        }

        ulong matches = funnel.Steps.Of(code, row);
        _ticks[Count] = ticks;
        _rows[Count] = row;
        _matches[Count] = matches;
        _canFill[Count] = WithoutLaterOccurrences(isInRange ? matches : matches & ~1UL, ticks);
        if (_hasExclusions)
        {
            _excluded[Count] = funnel.Exclusions.Of(code, row);
        }

        if (funnel.Breakdown is not null)
        {
            _values[Count] = funnel.Breakdown.CodeAt(row);
        }

        if (!funnel.Hold.IsEmpty)
        {
            _order[Count] = ((long)key << 32) | (uint)Count;
        }

        Count++;
    }

    private ulong WithoutLaterOccurrences(ulong matches, long ticks)
    {
        for (ulong left = matches & (_firstEver | _firstMatching); left != 0; left &= left - 1)
        {
            int step = BitOperations.TrailingZeroCount(left);
            matches &= ticks == _first[step] ? ulong.MaxValue : ~(1UL << step);
        }

        return matches;
    }

    // Looks at the whole history, before range and held properties.
    private void FindFirst(int first, int end)
    {
        ulong open = _firstEver | _firstMatching;
        for (int position = first; position < end && open != 0; position++)
        {
            int row = funnel.Units.RowAt(position);
            int code = funnel.Data.Events.CodeAt(row);
            ulong found = ((funnel.Steps.Named[code] & _firstEver) | (funnel.Steps.Of(code, row) & _firstMatching)) & open;
            open &= ~found;
            for (; found != 0; found &= found - 1)
            {
                _first[BitOperations.TrailingZeroCount(found)] = funnel.Data.Events.UtcTicks[row];
            }
        }
    }

    // A number for each combination of held values the unit has; -1 where one is missing.
    private int KeyOf(int row)
    {
        int key = 0;
        foreach (EventCategory property in funnel.Hold)
        {
            int code = property.CodeAt(row);
            if (code < 0)
            {
                return -1;
            }

            if (!_heldKeys.TryGetValue((key, code), out int next))
            {
                next = _heldKeys.Count + 1;
                _heldKeys.Add((key, code), next);
            }

            key = next;
        }

        return key;
    }

    private int EndOfKey(int first)
    {
        int end = first + 1;
        while (end < Count && _order[end] >> 32 == _order[first] >> 32)
        {
            end++;
        }

        return end;
    }

    private void Reserve(int events)
    {
        if (_ticks.Length >= events)
        {
            return;
        }

        int size = Math.Max(64, (int)Math.Min((long)events * 2, Array.MaxLength));
        _ticks = new long[size];
        _canFill = new ulong[size];
        _matches = new ulong[size];
        _rows = new int[size];
        _excluded = _hasExclusions ? new ulong[size] : [];
        _values = funnel.Breakdown is null ? [] : new int[size];
        _order = funnel.Hold.IsEmpty ? [] : new long[size];
    }

    private static ulong Mask(CompiledFunnel funnel, FunnelOccurrence occurrence)
    {
        ulong steps = 0;
        for (int step = 0; step < funnel.Definition.Steps.Length; step++)
        {
            steps |= funnel.Definition.Steps[step].Occurrence == occurrence ? 1UL << step : 0;
        }

        return steps;
    }
}
