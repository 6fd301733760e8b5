using System.Numerics;

namespace UserOps.Models.Funnels;

/// <summary>Finds how deep chains get, in one pass over a timeline.</summary>
/// <remarks>
/// What can still happen to a chain depends on its last step, its start (the window) and its last match (limits between steps), not on
/// how it came there. So the pass keeps, for each step, the <see cref="StartFrontier"/> of the chains that stand on it. At an instant a
/// chain fills a run of steps: from some first one, every step that cannot be skipped, to some last one.
/// </remarks>
internal sealed class ChainSearch
{
    private readonly FunnelPlan _plan;
    private readonly InstantFill _fill;
    private readonly StartFrontier[] _chains;
    private readonly long[] _fresh;
    private readonly long[] _completion;
    private readonly long[] _latestStart;
    private readonly CancellationToken _cancellationToken;
    private int _depth;

    internal ChainSearch(FunnelPlan plan, CancellationToken cancellationToken = default)
    {
        _cancellationToken = cancellationToken;
        _plan = plan;
        _fill = new InstantFill(plan);
        _chains = new StartFrontier[plan.StepCount];
        for (int step = 0; step < plan.StepCount; step++)
        {
            _chains[step] = new StartFrontier();
        }

        _fresh = new long[plan.StepCount];
        _completion = new long[plan.StepCount];
        _latestStart = new long[plan.StepCount];
    }

    /// <summary>Searches the chains that start in a range.</summary>
    internal ChainGoal Search(Timeline timeline, StartRange starts)
    {
        if (starts.First >= starts.End)
        {
            return default;
        }

        Reset(timeline, starts);
        long closes = timeline.Ticks[starts.End - 1] + _plan.WindowTicks; // below 2 * NoLimit, so it does not overflow
        for (int group = timeline.GroupOf(starts.First); group < timeline.GroupCount; group++)
        {
            _cancellationToken.LookAt(group);
            long now = timeline.GroupTicks(group);
            if (now > closes || IsFinal(timeline.FillFrom[group], now))
            {
                break;
            }

            Take(group, now);
            if (_plan.IsStrict)
            {
                Interrupt(timeline.GroupAllMatch[group]);
            }

            PushFresh(now);
        }

        return _depth == 0 ? default : new ChainGoal(_depth, _latestStart[_depth - 1], _completion[_depth - 1]);
    }

    // Nothing deeper can come, and the deepest step was reached at an earlier instant: nothing better either.
    private bool IsFinal(ulong fillFromHere, long now)
        => _depth > 0 && now > _completion[_depth - 1] && (_depth == _plan.StepCount || fillFromHere >> _depth == 0);

    private void Reset(Timeline timeline, StartRange starts)
    {
        _fill.Open(timeline, starts);
        _depth = 0;
        foreach (StartFrontier chains in _chains)
        {
            chains.Clear();
        }

        Array.Fill(_fresh, FunnelKernels.NotReached);
        Array.Fill(_completion, long.MaxValue);
        Array.Fill(_latestStart, FunnelKernels.NotReached);
    }

    private void Take(int group, long now)
    {
        ulong fill = _fill.FillOf(group);
        for (ulong left = fill; left != 0; left &= left - 1)
        {
            int first = BitOperations.TrailingZeroCount(left);
            if (first == 0)
            {
                TakeRuns(group, now, before: -1, first, start: now, fill);
            }
            else
            {
                TakeAfter(group, now, first, fill);
            }
        }
    }

    // Which step stands before the run matters only where the instant could interrupt; otherwise the latest start of all of them does.
    private void TakeAfter(int group, long now, int first, ulong fill)
    {
        long latest = FunnelKernels.NotReached;
        for (int before = first - 1; before >= 0; before--)
        {
            long start = _chains[before].LatestStart(now - _plan.WithinTicks[first]);
            if (now - start <= _plan.WindowTicks)
            {
                latest = Math.Max(latest, start);
                if (_plan.IsStrict)
                {
                    TakeRuns(group, now, before, first, start, fill);
                }
            }

            if ((_plan.Optional & (1UL << before)) == 0)
            {
                break;
            }
        }

        if (!_plan.IsStrict && latest != FunnelKernels.NotReached)
        {
            TakeRuns(group, now, before: -1, first, latest, fill);
        }
    }

    private void TakeRuns(int group, long now, int before, int first, long start, ulong fill)
    {
        ulong needed = 1UL << first;
        for (int last = first; last < _plan.StepCount; last++)
        {
            ulong required = needed | (1UL << last);
            if ((required & ~fill) == 0)
            {
                ulong allowed = FunnelPlan.Steps(first, last);
                if (_fill.Most(group, -1, required, allowed) >= 0)
                {
                    Reach(last, start, now);
                    if (before < 0 || _fill.Most(group, before, required, allowed) >= 0)
                    {
                        _fresh[last] = Math.Max(_fresh[last], start);
                    }
                }
            }

            if ((_plan.Optional & (1UL << last)) == 0)
            {
                needed = required;
                if ((needed & ~fill) != 0)
                {
                    break;
                }
            }

            if (_plan.Fill == InstantFillRule.OneStep)
            {
                break;
            }
        }
    }

    private void Reach(int step, long start, long now)
    {
        if (_completion[step] > now)
        {
            _completion[step] = now;
            _depth = Math.Max(_depth, step + 1);
        }

        // Several groups share an instant where arrival decides.
        if (_completion[step] == now)
        {
            _latestStart[step] = Math.Max(_latestStart[step], start);
        }
    }

    private void Interrupt(ulong allMatch)
    {
        for (int step = 0; step < _plan.StepCount; step++)
        {
            if ((allMatch & (1UL << step)) == 0)
            {
                _chains[step].Clear();
            }
        }
    }

    private void PushFresh(long now)
    {
        for (int step = 0; step < _fresh.Length; step++)
        {
            if (_fresh[step] != FunnelKernels.NotReached)
            {
                _chains[step].Push(_fresh[step], now, _plan.HasWithin);
                _fresh[step] = FunnelKernels.NotReached;
            }
        }
    }
}
