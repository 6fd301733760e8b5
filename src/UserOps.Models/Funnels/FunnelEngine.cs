namespace UserOps.Models.Funnels;

/// <summary>Judges one unit at a time under all options. One per worker: it owns the scratch and allocates only to grow it.</summary>
/// <remarks>
/// The caller gives the timelines of a unit one after the other: one, or with held properties one for each value. The result is what
/// their chains come to together. Everything is about whether a chain exists, never about what a loop meets first.
/// </remarks>
internal sealed partial class FunnelEngine
{
    /// <summary>The level of a unit that its exclusions take out of all counts.</summary>
    internal const int Removed = -1;

    private readonly FunnelPlan _plan;
    private readonly FunnelQuestions _questions;
    private readonly ChainSearch _search;
    private readonly ChainChoice _choice;
    private readonly UnorderedSearch _unordered;
    private readonly Chain _candidate;
    private readonly CancellationToken _cancellationToken;
    private ChainGoal _goal;
    private TryOutcomes _tries;

    /// <param name="plan">The funnel.</param>
    /// <param name="questions">What is asked about each unit.</param>
    /// <param name="cancellationToken">Looked at for each unit, for each start or day that is judged by itself, and once in many events: one unit can take long.</param>
    internal FunnelEngine(FunnelPlan plan, FunnelQuestions questions, CancellationToken cancellationToken = default)
    {
        _cancellationToken = cancellationToken;
        _plan = plan;
        _questions = questions;
        _search = new ChainSearch(plan, cancellationToken);
        _choice = new ChainChoice(plan, cancellationToken);
        _unordered = new UnorderedSearch(plan, cancellationToken);
        _candidate = new Chain(plan.StepCount);
        Chosen = new Chain(plan.StepCount);
        Tainted = new Chain(plan.StepCount);
        Tries = new long[plan.StepCount];
    }

    /// <summary>Gets the level of the unit: position of its deepest step, 1-based; unordered: number of steps; 0 none, -1 removed.</summary>
    internal int Level { get; private set; }

    /// <summary>Gets the steps in which the unit counts; for optional steps the chain must have been asked for.</summary>
    internal ulong Held => Level <= 0 ? 0 : NeedsChain ? Chosen.Held : FunnelPlan.Steps(0, Level - 1);

    /// <summary>Gets the chosen chain, where chains are asked for or optional steps need them.</summary>
    internal Chain Chosen { get; }

    /// <summary>Gets the tries of all units so far that hold each step.</summary>
    internal long[] Tries { get; }

    private bool NeedsChain => _questions.Chains || _plan.Optional != 0;

    /// <summary>Begins a unit.</summary>
    internal void Begin()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        Level = 0;
        _goal = default;
        _tries = default;
        Chosen.Clear();
        Tainted.Clear();
        TaintedBy = Taint.None;
        _days.Clear();
    }

    /// <summary>Adds a timeline of the unit.</summary>
    /// <param name="timeline">Its events, not sealed.</param>
    internal void Add(Timeline timeline)
    {
        timeline.Seal(_plan.ByArrival);
        if (_plan.IsUnordered)
        {
            AddUnordered(timeline);
            return;
        }

        StartRange starts = StartsOf(timeline);
        if (_plan.Exclusions.Length > 0)
        {
            AddTries(timeline, starts);
            return;
        }

        AddOrdered(timeline, starts);
        if (_questions.Totals)
        {
            AddTotals(timeline, starts);
        }

        if (_questions.DayOf is not null)
        {
            AddDays(timeline, starts);
        }
    }

    /// <summary>Ends the unit: the level is final.</summary>
    internal void End()
    {
        if (_plan.Exclusions.Length > 0)
        {
            Level = _tries.Level;
        }

        if (Level == Removed)
        {
            Chosen.Clear();
        }
    }

    private void AddUnordered(Timeline timeline)
    {
        ChainGoal goal = _unordered.Search(timeline);
        if (goal.Depth == 0 || goal.Depth < Level)
        {
            return;
        }

        Level = goal.Depth;
        if (_questions.Chains)
        {
            _unordered.Choose(timeline, goal, _candidate);
            if (_candidate.IsBeforeInAnyOrder(Chosen))
            {
                Chosen.CopyFrom(_candidate);
            }
        }
    }

    private void AddOrdered(Timeline timeline, StartRange starts)
    {
        ChainGoal goal = _search.Search(timeline, starts);
        bool isWorse = goal.Depth != _goal.Depth ? goal.Depth < _goal.Depth : goal.Completion > _goal.Completion;
        if (goal.Depth == 0 || isWorse)
        {
            return; // another value's chain is chosen in any case
        }

        _goal = goal;
        Level = goal.Depth;
        if (NeedsChain)
        {
            _choice.Choose(timeline, starts, goal, _candidate);
            if (_candidate.IsBefore(Chosen))
            {
                Chosen.CopyFrom(_candidate);
            }
        }
    }

    // Of all events that can fill the first step: every one, or the first by time; where arrival decides the first by position.
    private StartRange StartsOf(Timeline timeline)
    {
        if (!_plan.FirstEntryOnly)
        {
            return new StartRange(0, timeline.Count);
        }

        int first = FirstStart(timeline, 0, timeline.Count);
        return first < 0 ? default : new StartRange(first, timeline.GroupFirst[timeline.GroupOf(first) + 1]);
    }

    private static int FirstStart(Timeline timeline, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if ((timeline.CanFill[i] & 1) != 0)
            {
                return i;
            }
        }

        return -1;
    }
}
