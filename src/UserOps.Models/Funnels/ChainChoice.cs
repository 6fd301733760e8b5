using System.Numerics;

namespace UserOps.Models.Funnels;

/// <summary>Chooses, of the chains that reach a goal, the one with most optional steps, then step by step the earliest event.</summary>
/// <remarks>
/// Backwards over the groups between start and completion: the most optional steps that can still follow a step matched at a
/// group. Then forwards: each step goes to the earliest group from which the largest total stays possible.
/// </remarks>
internal sealed partial class ChainChoice
{
    private const int Impossible = -1;

    private readonly FunnelPlan _plan;
    private readonly InstantFill _fill;
    private readonly int[] _bestLater;
    private readonly CancellationToken _cancellationToken;
    private int[] _after = [];
    private int[] _runs = [];
    private Timeline _timeline = new();
    private ChainGoal _goal;
    private int _firstGroup;
    private int _lastGroup;

    internal ChainChoice(FunnelPlan plan, CancellationToken cancellationToken = default)
    {
        _cancellationToken = cancellationToken;
        _plan = plan;
        _fill = new InstantFill(plan);
        _bestLater = new int[plan.StepCount];
        _positions = new int[plan.StepCount];
        _groups = new int[plan.StepCount];
    }

    /// <summary>Chooses the chain.</summary>
    /// <param name="timeline">The timeline searched.</param>
    /// <param name="starts">The starts searched.</param>
    /// <param name="goal">What <see cref="ChainSearch"/> found; with at least one step.</param>
    /// <param name="chosen">Receives the chain.</param>
    internal void Choose(Timeline timeline, StartRange starts, ChainGoal goal, Chain chosen)
    {
        _timeline = timeline;
        _goal = goal;
        StartRange sameStart = StartsAt(goal.Start, starts);
        _fill.Open(timeline, sameStart);
        _firstGroup = timeline.GroupOf(sameStart.First);
        _lastGroup = timeline.GroupOf(Position(goal.Completion + 1) - 1);
        LookBack();
        Walk(sameStart, chosen);
    }

    private StartRange StartsAt(long ticks, StartRange starts)
        => new(Math.Max(starts.First, Position(ticks)), Math.Min(starts.End, Position(ticks + 1)));

    // The first position that is not earlier than an instant.
    private int Position(long ticks)
    {
        int low = 0;
        int high = _timeline.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_timeline.Ticks[middle] < ticks)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void LookBack()
    {
        int cells = ReserveCells(_lastGroup - _firstGroup + 1);

        _after.AsSpan(0, cells).Fill(Impossible);
        _runs.AsSpan(0, cells).Fill(Impossible);
        _bestLater.AsSpan().Fill(Impossible);
        ulong inReach = FunnelPlan.Steps(0, _goal.Depth - 1);
        for (int group = _lastGroup; group >= _firstGroup; group--)
        {
            _cancellationToken.LookAt(group);
            ulong fill = _fill.FillOf(group) & inReach;
            for (ulong left = fill; left != 0; left &= left - 1)
            {
                int step = BitOperations.TrailingZeroCount(left);
                _after[Cell(group, step)] = IsGoal(group, step) ? 0 : step == _goal.Depth - 1 ? Impossible : BestAfter(group, step);
            }

            for (ulong left = fill & ~1UL; left != 0 && !_plan.IsStrict; left &= left - 1)
            {
                int first = BitOperations.TrailingZeroCount(left);
                int best = BestRun(group, before: -1, first);
                _runs[Cell(group, first)] = best;
                _bestLater[first] = Math.Max(_bestLater[first], best);
            }
        }
    }

    private int ReserveCells(int groups)
    {
        long cells = (long)groups * _plan.StepCount;
        if (cells > Array.MaxLength)
        {
            throw new InvalidOperationException(
                $"A chain over {groups} instants of one unit and {_plan.StepCount} steps is more than can be looked back on; shorten the window or the range.");
        }

        if (_after.Length < cells)
        {
            int size = (int)Math.Min(cells * 2, Array.MaxLength);
            _after = new int[size];
            _runs = new int[size];
        }

        return (int)cells;
    }

    private bool IsGoal(int group, int step) => step == _goal.Depth - 1 && _timeline.GroupTicks(group) == _goal.Completion;

    private int Cell(int group, int step) => ((group - _firstGroup) * _plan.StepCount) + step;

    // The most optional steps that can follow a step matched at a group, at later groups.
    private int BestAfter(int group, int step)
    {
        ulong next = _plan.After(step) & FunnelPlan.Steps(0, _goal.Depth - 1);
        int best = Impossible;
        if (!_plan.IsStrict && !_plan.HasWithin)
        {
            for (; next != 0; next &= next - 1)
            {
                best = Math.Max(best, _bestLater[BitOperations.TrailingZeroCount(next)]);
            }

            return best;
        }

        long now = _timeline.GroupTicks(group);
        for (int later = group + 1; later <= _lastGroup; later++)
        {
            long gap = _timeline.GroupTicks(later) - now;
            bool anyOpen = false;
            for (ulong left = next; left != 0; left &= left - 1)
            {
                int first = BitOperations.TrailingZeroCount(left);
                if (gap <= _plan.WithinTicks[first])
                {
                    anyOpen = true;
                    best = Math.Max(best, _plan.IsStrict ? BestRun(later, step, first) : _runs[Cell(later, first)]);
                }
            }

            if (!anyOpen || (_plan.IsStrict && (_timeline.GroupAllMatch[later] >> step & 1) == 0))
            {
                break;
            }
        }

        return best;
    }

    private int BestRun(int group, int before, int first)
    {
        int best = Impossible;
        ulong needed = 1UL << first;
        for (int last = first; last < _goal.Depth; last++)
        {
            best = Math.Max(best, OptionalWhenEndingAt(group, before, needed, FunnelPlan.Steps(first, last), last));
            needed |= (1UL << last) & ~_plan.Optional;
        }

        return best;
    }

    // Optional steps of a run that ends at a step, and of all that can follow it.
    private int OptionalWhenEndingAt(int group, int before, ulong needed, ulong allowed, int last)
    {
        int later = _after[Cell(group, last)];
        if (later == Impossible)
        {
            return Impossible;
        }

        int filled = _fill.Most(group, IsGoal(group, last) ? -1 : before, needed | (1UL << last), allowed);
        return filled < 0 ? Impossible : filled - BitOperations.PopCount(allowed & ~_plan.Optional) + later;
    }
}
