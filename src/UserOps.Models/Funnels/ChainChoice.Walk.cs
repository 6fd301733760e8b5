using System.Diagnostics;
using System.Numerics;

namespace UserOps.Models.Funnels;

internal sealed partial class ChainChoice
{
    private readonly List<Node> _nodes = [];
    private readonly int[] _positions;
    private readonly int[] _groups;

    // Where arrival decides, several groups share an instant, and which of them is better shows only later: all of them are followed.
    private void Walk(StartRange starts, Chain chosen)
    {
        _nodes.Clear();
        int total = Begin(starts);
        int first = 0;
        for (int step = 1; step < _goal.Depth; step++)
        {
            int count = _nodes.Count;
            Extend(first, step, total);
            if (_nodes.Count > count)
            {
                first = count;
            }
            else
            {
                Debug.Assert((_plan.Optional & (1UL << step)) != 0, "only optional steps are skipped");
            }
        }

        Take(first, chosen);
    }

    private int Begin(StartRange starts)
    {
        int end = _timeline.GroupOf(starts.End - 1);
        int total = Impossible;
        for (int group = _firstGroup; group <= end; group++)
        {
            if ((_fill.FillOf(group) & 1) == 0)
            {
                continue;
            }

            int best = BestRun(group, before: -1, first: 0);
            if (best > total)
            {
                total = best;
                _nodes.Clear();
            }

            if (best == total && best != Impossible)
            {
                _nodes.Add(new Node(Parent: -1, Step: 0, group, Before: -1, FilledHere: 1, OptionalBefore: 0));
            }
        }

        Debug.Assert(total != Impossible, "the goal was reached from these starts");
        return total;
    }

    // Adds, for the next step, the nodes at the earliest instant from which the total stays possible; none if it must be skipped.
    private void Extend(int first, int step, int total)
    {
        int count = _nodes.Count;
        long earliest = long.MaxValue;
        for (int at = first; at < count; at++)
        {
            Node node = _nodes[at];
            ulong withStep = node.FilledHere | (1UL << step);
            if (KeepsTotal(node.Group, node.Before, node.FilledHere, step, node.OptionalBefore, total))
            {
                AddEarliest(count, ref earliest, node with { Parent = at, Step = step, FilledHere = withStep });
            }

            if (_fill.Most(node.Group, node.Before, node.FilledHere, node.FilledHere) >= 0)
            {
                ExtendLater(at, step, total, count, ref earliest);
            }
        }
    }

    private void ExtendLater(int at, int step, int total, int count, ref long earliest)
    {
        Node node = _nodes[at];
        long now = _timeline.GroupTicks(node.Group);
        int optional = node.OptionalBefore + BitOperations.PopCount(node.FilledHere & _plan.Optional);
        for (int group = node.Group + 1; group <= _lastGroup; group++)
        {
            long ticks = _timeline.GroupTicks(group);
            if (ticks > earliest || ticks - now > _plan.WithinTicks[step])
            {
                return;
            }

            if ((_fill.FillOf(group) >> step & 1) != 0 && KeepsTotal(group, node.Step, 0, step, optional, total))
            {
                AddEarliest(count, ref earliest, new Node(at, step, group, node.Step, 1UL << step, optional));
            }

            if (_plan.IsStrict && (_timeline.GroupAllMatch[group] >> node.Step & 1) == 0)
            {
                return;
            }
        }
    }

    private bool KeepsTotal(int group, int before, ulong filled, int step, int optionalBefore, int total)
    {
        ulong needed = filled | (1UL << step);
        for (int last = step; last < _goal.Depth; last++)
        {
            int optional = OptionalWhenEndingAt(group, before, needed, filled | FunnelPlan.Steps(step, last), last);
            if (optional != Impossible && optionalBefore + optional == total)
            {
                return true;
            }

            needed |= (1UL << last) & ~_plan.Optional;
        }

        return false;
    }

    private void AddEarliest(int count, ref long earliest, Node node)
    {
        long ticks = _timeline.GroupTicks(node.Group);
        if (ticks > earliest)
        {
            return;
        }

        if (ticks < earliest)
        {
            earliest = ticks;
            _nodes.RemoveRange(count, _nodes.Count - count);
        }

        for (int i = count; i < _nodes.Count; i++)
        {
            if (_nodes[i].Group == node.Group && _nodes[i].FilledHere == node.FilledHere)
            {
                return; // the same from here on
            }
        }

        _nodes.Add(node);
    }

    private void Take(int last, Chain chosen)
    {
        chosen.Clear();
        chosen.Depth = _goal.Depth;
        Array.Fill(_groups, -1);
        for (int at = last; at >= 0; at = _nodes[at].Parent)
        {
            _groups[_nodes[at].Step] = _nodes[at].Group;
        }

        for (int step = 0; step < _goal.Depth; step++)
        {
            if (_groups[step] < 0)
            {
                continue;
            }

            if (step == 0 || Array.IndexOf(_groups, _groups[step], 0, step) < 0)
            {
                ulong together = 0;
                for (int other = step; other < _goal.Depth; other++)
                {
                    together |= _groups[other] == _groups[step] ? 1UL << other : 0;
                }

                _fill.Pick(_groups[step], together, _positions);
            }

            int position = _positions[step];
            chosen.Set(step, _timeline.Ticks[position], _timeline.Rows[position]);
        }
    }

    // A step matched at a group; FilledHere are all steps of the chain at that group so far, OptionalBefore the optional ones before it.
    private readonly record struct Node(int Parent, int Step, int Group, int Before, ulong FilledHere, int OptionalBefore);
}
