using System.Numerics;

namespace UserOps.Models.Funnels;

/// <summary>Says which steps a chain can fill at one instant.</summary>
/// <remarks>
/// The question is always: some steps are required, some more are allowed; how many of the allowed can be filled with all of the
/// required among them? With an event for each step, sets of steps that can be filled form a matroid, so every
/// way to fill the required ones grows to the same largest number.
/// </remarks>
internal sealed class InstantFill(FunnelPlan plan)
{
    private readonly ulong[] _eventsOfStep = new ulong[plan.StepCount];
    private readonly int[] _kept = new int[Matching.Size];
    private ulong[] _limited = new ulong[16];
    private Timeline _timeline = new();
    private StartRange _starts;
    private int _group = -1;

    /// <summary>Sets what is asked about.</summary>
    internal void Open(Timeline timeline, StartRange starts)
    {
        _timeline = timeline;
        _starts = starts;
        _group = -1;
    }

    /// <summary>Gets the steps some event of a group may fill.</summary>
    internal ulong FillOf(int group)
    {
        ulong fill = _timeline.GroupFill[group];
        int first = _timeline.GroupFirst[group];
        int end = _timeline.GroupFirst[group + 1];
        if ((fill & 1) == 0 || (first >= _starts.First && end <= _starts.End))
        {
            return fill;
        }

        for (int i = Math.Max(first, _starts.First); i < Math.Min(end, _starts.End); i++)
        {
            if ((_timeline.CanFill[i] & 1) != 0)
            {
                return fill;
            }
        }

        return fill & ~1UL;
    }

    /// <summary>Counts the most steps that can be filled at a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="before">
    /// The step matched before this instant, where the rest of the instant must not interrupt a strict chain; -1 where it cannot: events
    /// that are not matched may lie before the chain's first event and after its last one.
    /// </param>
    /// <param name="required">Steps that must be filled; at least one.</param>
    /// <param name="allowed">Steps that may be filled; a superset.</param>
    /// <returns>The number, or -1 where the required ones cannot be filled, or the chain would be interrupted.</returns>
    internal int Most(int group, int before, ulong required, ulong allowed)
    {
        ulong fill = FillOf(group);
        if ((required & ~fill) != 0)
        {
            return -1;
        }

        bool isSingle = _timeline.GroupFirst[group + 1] - _timeline.GroupFirst[group] == 1;
        return plan.Fill switch
        {
            InstantFillRule.AnyEventForEachStep => Covered(group, before, allowed & fill) ? BitOperations.PopCount(allowed & fill) : -1,
            InstantFillRule.OneEvent => MostOfOneEvent(group, before, required, allowed),
            InstantFillRule.OneStep => BitOperations.IsPow2(required) && Covered(group, before, required) ? 1 : -1,
            _ when isSingle => BitOperations.IsPow2(required) ? 1 : -1, // the event itself is matched: nothing is left to interrupt
            _ => MostMatched(group, before, required, allowed),
        };
    }

    /// <summary>Picks the events for steps that can be filled.</summary>
    /// <param name="group">The group.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="positions">Shape [steps of the funnel]; receives the position for each of the steps.</param>
    internal void Pick(int group, ulong steps, Span<int> positions)
    {
        int first = _timeline.GroupFirst[group];
        int end = _timeline.GroupFirst[group + 1];
        if (plan.Fill == InstantFillRule.EventForEachStep)
        {
            PickMatched(group, steps, positions);
            return;
        }

        for (ulong left = steps; left != 0; left &= left - 1)
        {
            int step = BitOperations.TrailingZeroCount(left);
            ulong needed = plan.Fill == InstantFillRule.OneEvent ? steps : 1UL << step;
            int position = first;
            while (position < end && (needed & ~Limited(position)) != 0)
            {
                position++;
            }

            positions[step] = position;
        }
    }

    private int MostOfOneEvent(int group, int before, ulong required, ulong allowed)
    {
        int most = -1;
        for (int i = _timeline.GroupFirst[group]; i < _timeline.GroupFirst[group + 1]; i++)
        {
            ulong filled = Limited(i) & allowed;
            if ((required & ~filled) == 0 && BitOperations.PopCount(filled) > most && Covered(group, before, filled))
            {
                most = BitOperations.PopCount(filled);
            }
        }

        return most;
    }

    private int MostMatched(int group, int before, ulong required, ulong allowed)
    {
        if (!CoveredWhenMatched(group, before, required, allowed))
        {
            return -1;
        }

        Prepare(group);
        var matching = new Matching(_eventsOfStep, stackalloc byte[Matching.Size], stackalloc byte[Matching.Size]);
        for (ulong left = required; left != 0; left &= left - 1)
        {
            if (!matching.TryAdd(BitOperations.TrailingZeroCount(left)))
            {
                return -1;
            }
        }

        int count = BitOperations.PopCount(required);
        for (ulong left = allowed & ~required & FillOf(group); left != 0; left &= left - 1)
        {
            count += matching.TryAdd(BitOperations.TrailingZeroCount(left)) ? 1 : 0;
        }

        return count;
    }

    private void PickMatched(int group, ulong steps, Span<int> positions)
    {
        Prepare(group);
        var matching = new Matching(_eventsOfStep, stackalloc byte[Matching.Size], stackalloc byte[Matching.Size]);
        for (ulong left = steps; left != 0; left &= left - 1)
        {
            matching.TryAdd(BitOperations.TrailingZeroCount(left));
        }

        for (ulong left = steps; left != 0; left &= left - 1)
        {
            int step = BitOperations.TrailingZeroCount(left);
            positions[step] = _timeline.GroupFirst[group] + _kept[matching.ThingOf(step)];
        }
    }

    // An event of the instant that is not matched may lie before, between or after the matched ones. It interrupts
    // nothing if it matches the step before, or one of the steps filled here.
    private bool Covered(int group, int before, ulong filled)
    {
        if (before < 0 || !plan.IsStrict)
        {
            return true;
        }

        ulong harmless = filled | (1UL << before);
        for (int i = _timeline.GroupFirst[group]; i < _timeline.GroupFirst[group + 1]; i++)
        {
            if ((_timeline.Matches[i] & harmless) == 0)
            {
                return false;
            }
        }

        return true;
    }

    // With an event for each step it need not be known which of the allowed steps are filled, as long as it is as many as can be: an
    // event that can fill an allowed step, and matches none of those filled, would be free to fill it. And where an event
    // matches a step without being able to fill it (first ever, first matching), no event of that instant can.
    private bool CoveredWhenMatched(int group, int before, ulong required, ulong allowed)
    {
        if (before < 0 || !plan.IsStrict)
        {
            return true;
        }

        ulong harmless = required | (1UL << before);
        for (int i = _timeline.GroupFirst[group]; i < _timeline.GroupFirst[group + 1]; i++)
        {
            if ((_timeline.Matches[i] & harmless) == 0 && (Limited(i) & allowed) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private void Prepare(int group)
    {
        if (_group == group)
        {
            return;
        }

        _group = group;
        int first = _timeline.GroupFirst[group];
        int count = _timeline.GroupFirst[group + 1] - first;
        if (_limited.Length < count)
        {
            _limited = new ulong[count * 2];
        }

        for (int i = 0; i < count; i++)
        {
            _limited[i] = Limited(first + i);
        }

        UsefulEvents.Keep(_limited.AsSpan(0, count), _eventsOfStep, _kept);
    }

    private ulong Limited(int position) => _starts.Limit(_timeline.CanFill[position], position);
}
