using System.Numerics;

namespace UserOps.Models.Funnels;

/// <summary>Finds the most different steps that can be filled inside one window, in any order, and the chain that shows it.</summary>
/// <remarks>
/// Sets of events that can each fill a step of their own form a matroid. Of the events so far, the search keeps a largest such set that is
/// as late as can be; its events inside the window are then a largest set of the window's events. So one pass over the
/// timeline gives the best window, at most as many events being kept as there are steps.
/// </remarks>
internal sealed class UnorderedSearch(FunnelPlan plan, CancellationToken cancellationToken = default)
{
    private readonly ulong[] _masks = new ulong[Matching.Size];
    private readonly long[] _ticks = new long[Matching.Size];
    private readonly long[] _latest = new long[plan.StepCount];

    /// <summary>Searches a timeline.</summary>
    /// <returns>The number of steps, and the first moment at which so many are filled.</returns>
    internal ChainGoal Search(Timeline timeline) => plan.ReuseEvents ? SearchReused(timeline) : SearchMatched(timeline);

    /// <summary>Chooses the chain whose sorted times are earliest, the first time first, in the window that ends at the goal.</summary>
    internal void Choose(Timeline timeline, ChainGoal goal, Chain chosen)
    {
        chosen.Clear();
        int first = 0;
        while (timeline.Ticks[first] < goal.Completion - plan.WindowTicks)
        {
            first++;
        }

        if (plan.ReuseEvents)
        {
            ChooseReused(timeline, first, goal, chosen);
        }
        else
        {
            ChooseMatched(timeline, first, goal, chosen);
        }

        chosen.Depth = goal.Depth;
    }

    private ChainGoal SearchMatched(Timeline timeline)
    {
        ulong slots = 0;
        ChainGoal best = default;
        var steps = new Matching(_masks, stackalloc byte[Matching.Size], stackalloc byte[Matching.Size]);
        for (int i = 0; i < timeline.Count; i++)
        {
            cancellationToken.LookAt(i);
            long now = timeline.Ticks[i];
            if (timeline.CanFill[i] == 0 || !(TryAdd(ref slots, timeline.CanFill[i], now, steps) || TryReplace(timeline.CanFill[i], now, steps)))
            {
                continue;
            }

            int filled = CountSince(slots, now - plan.WindowTicks);
            if (filled > best.Depth)
            {
                best = new ChainGoal(filled, now - plan.WindowTicks, now);
            }
        }

        return best;
    }

    private bool TryAdd(ref ulong slots, ulong canFill, long ticks, Matching steps)
    {
        if (slots == ulong.MaxValue)
        {
            return false; // 64 steps, all of them filled
        }

        int slot = BitOperations.TrailingZeroCount(~slots);
        _masks[slot] = canFill;
        _ticks[slot] = ticks;
        if (!steps.TryAdd(slot))
        {
            return false;
        }

        slots |= 1UL << slot;
        return true;
    }

    // No step is free, directly or by passing steps on. Of the events that could make room, the earliest leaves.
    private bool TryReplace(ulong canFill, long ticks, Matching steps)
    {
        int leaver = -1;
        ulong seen = 0;
        for (ulong asking = canFill; asking != 0;)
        {
            int step = BitOperations.TrailingZeroCount(asking);
            int taker = steps.TakerOf(step);
            seen |= 1UL << step;
            asking = (asking | _masks[taker]) & ~seen;
            leaver = leaver < 0 || _ticks[taker] < _ticks[leaver] ? taker : leaver;
        }

        if (_ticks[leaver] >= ticks)
        {
            return false;
        }

        steps.Remove(leaver);
        _masks[leaver] = canFill;
        _ticks[leaver] = ticks;
        return steps.TryAdd(leaver);
    }

    private int CountSince(ulong slots, long oldest)
    {
        int count = 0;
        for (; slots != 0; slots &= slots - 1)
        {
            count += _ticks[BitOperations.TrailingZeroCount(slots)] >= oldest ? 1 : 0;
        }

        return count;
    }

    private ChainGoal SearchReused(Timeline timeline)
    {
        ChainGoal best = default;
        Array.Fill(_latest, FunnelKernels.NotReached);
        for (int i = 0; i < timeline.Count; i++)
        {
            cancellationToken.LookAt(i);
            for (ulong left = timeline.CanFill[i]; left != 0; left &= left - 1)
            {
                _latest[BitOperations.TrailingZeroCount(left)] = timeline.Ticks[i];
            }

            int filled = 0;
            foreach (long latest in _latest)
            {
                filled += latest >= timeline.Ticks[i] - plan.WindowTicks && latest != FunnelKernels.NotReached ? 1 : 0;
            }

            if (filled > best.Depth)
            {
                best = new ChainGoal(filled, timeline.Ticks[i] - plan.WindowTicks, timeline.Ticks[i]);
            }
        }

        return best;
    }

    // Taking events in the order of time whenever they fit gives, as in every matroid, the set that is earliest position by position.
    private void ChooseMatched(Timeline timeline, int first, ChainGoal goal, Chain chosen)
    {
        int taken = 0;
        var steps = new Matching(_masks, stackalloc byte[Matching.Size], stackalloc byte[Matching.Size]);
        for (int i = first; taken < goal.Depth; i++)
        {
            _masks[taken] = timeline.CanFill[i];
            if (timeline.CanFill[i] != 0 && steps.TryAdd(taken))
            {
                chosen.Set(taken++, timeline.Ticks[i], timeline.Rows[i]);
            }
        }
    }

    private static void ChooseReused(Timeline timeline, int first, ChainGoal goal, Chain chosen)
    {
        ulong open = ulong.MaxValue;
        int taken = 0;
        for (int i = first; taken < goal.Depth; i++)
        {
            for (ulong left = timeline.CanFill[i] & open; left != 0 && taken < goal.Depth; left &= left - 1)
            {
                chosen.Set(taken++, timeline.Ticks[i], timeline.Rows[i]);
            }

            open &= ~timeline.CanFill[i];
        }
    }
}
