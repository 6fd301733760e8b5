using System.Numerics;

namespace UserOps.Models.Funnels;

internal sealed partial class FunnelEngine
{
    private readonly Dictionary<int, TryOutcomes> _days = [];

    /// <summary>Gets what the unit's tries come to by local day of entry, in no particular order.</summary>
    internal IEnumerable<KeyValuePair<int, TryOutcomes>> Days => _days;

    /// <summary>Gets the chain that would have been chosen of the tainted tries, whole where they are cut.</summary>
    internal Chain Tainted { get; }

    /// <summary>Gets the excluded event that taints <see cref="Tainted"/>.</summary>
    internal Taint TaintedBy { get; private set; }

    // A try is the best chain of one start event. Whether it is tainted is a matter of that chain alone, so each is chosen by itself.
    private void AddTries(Timeline timeline, StartRange starts)
    {
        for (int i = FirstStart(timeline, starts.First, starts.End); i >= 0; i = FirstStart(timeline, i + 1, starts.End))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var start = new StartRange(i, i + 1);
            if (IsRepeated(timeline, i))
            {
                continue;
            }

            ChainGoal goal = _search.Search(timeline, start);
            _choice.Choose(timeline, start, goal, _candidate);
            int depth = goal.Depth;
            int cleanDepth = depth;
            Taint taint = Taint.Earliest(_plan, timeline, _candidate);
            if (taint != Taint.None)
            {
                depth = Blame(taint, depth, out cleanDepth);
            }

            _tries = _tries.With(depth, cleanDepth);
            AddToDay(timeline.Ticks[i], depth, cleanDepth);
            if (cleanDepth > 0 && _candidate.IsBefore(Chosen))
            {
                Chosen.CopyFrom(_candidate);
            }
        }
    }

    // A tainted try is cut and then clean, or it counts against the unit as deep as it is.
    private int Blame(Taint taint, int depth, out int cleanDepth)
    {
        if (_candidate.IsBefore(Tainted))
        {
            Tainted.CopyFrom(_candidate);
            TaintedBy = taint;
        }

        if (_plan.DropsTainted)
        {
            _candidate.CutBefore(taint.Ticks);
            cleanDepth = _candidate.Depth;
            return cleanDepth;
        }

        cleanDepth = 0;
        return depth;
    }

    // Starts of one instant that can fill the same steps have the same times in their best chains.
    private bool IsRepeated(Timeline timeline, int start)
    {
        int first = timeline.GroupFirst[timeline.GroupOf(start)];
        bool allAlike = _plan.Fill is InstantFillRule.OneStep or InstantFillRule.AnyEventForEachStep;
        for (int i = first; i < start; i++)
        {
            ulong canFill = timeline.CanFill[i];
            if (allAlike ? (canFill & 1) != 0 : canFill == timeline.CanFill[start])
            {
                return true;
            }
        }

        return false;
    }

    // A try opens at the earliest start with none open, and the next one strictly after its end.
    private void AddTotals(Timeline timeline, StartRange starts)
    {
        int first = FirstStart(timeline, starts.First, starts.End);
        while (first >= 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var open = new StartRange(first, EndOfInstant(timeline, first, starts.End));
            ChainGoal goal = _search.Search(timeline, open);
            ulong held = FunnelPlan.Steps(0, goal.Depth - 1);
            if (_plan.Optional != 0)
            {
                _choice.Choose(timeline, open, goal, _candidate);
                held = _candidate.Held;
            }

            for (; held != 0; held &= held - 1)
            {
                Tries[BitOperations.TrailingZeroCount(held)]++;
            }

            bool isComplete = goal.Depth == _plan.StepCount;
            if (!isComplete && !_plan.HasWindow)
            {
                return; // open for ever
            }

            long end = isComplete ? goal.Completion : timeline.Ticks[first] + _plan.WindowTicks;
            first = FirstStart(timeline, open.End, starts.End);
            while (first >= 0 && timeline.Ticks[first] <= end)
            {
                first = FirstStart(timeline, first + 1, starts.End);
            }
        }
    }

    private void AddDays(Timeline timeline, StartRange starts)
    {
        int first = FirstStart(timeline, starts.First, starts.End);
        while (first >= 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            int day = _questions.DayOf!(timeline.Ticks[first]);
            int end = first + 1;
            while (end < starts.End && _questions.DayOf(timeline.Ticks[end]) == day)
            {
                end++;
            }

            int depth = _search.Search(timeline, new StartRange(first, end)).Depth;
            AddToDay(day, depth, depth);
            first = FirstStart(timeline, end, starts.End);
        }
    }

    private void AddToDay(long startTicks, int depth, int cleanDepth)
    {
        if (_questions.DayOf is not null)
        {
            AddToDay(_questions.DayOf(startTicks), depth, cleanDepth);
        }
    }

    private void AddToDay(int day, int depth, int cleanDepth)
    {
        _days.TryGetValue(day, out TryOutcomes tries);
        _days[day] = tries.With(depth, cleanDepth);
    }

    private static int EndOfInstant(Timeline timeline, int first, int end)
    {
        int behind = first + 1;
        while (behind < end && timeline.Ticks[behind] == timeline.Ticks[first])
        {
            behind++;
        }

        return behind;
    }
}
