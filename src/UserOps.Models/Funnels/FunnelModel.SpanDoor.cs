namespace UserOps.Models.Funnels;

public sealed partial class FunnelModel
{
    private readonly FunnelPlan _plan;
    private readonly bool _hasKernel;
    private readonly string _needsColumns;

    // One engine waits to be used again; two callers at once have one each, and the later one to finish leaves the last.
    private Workspace? _workspace;

    /// <summary>Counts the steps one user completed, without a dataset; allocates nothing once it has been used.</summary>
    /// <param name="utcTicks">Shape [events]; UTC ticks, ascending, equal instants allowed and in the order of arrival.</param>
    /// <param name="stepsFilled">
    /// Shape [events]; bit s is set where the event may fill step s, see <see cref="StepsFilledBy"/>. A strict funnel must be given every event of
    /// the user, with no bit for those that fill nothing; otherwise those may be left out.
    /// </param>
    /// <returns>
    /// 0 to the number of steps: the position of the deepest step, counted from 1; unordered: the number of steps filled. 0 for a user
    /// without events.
    /// </returns>
    /// <exception cref="ArgumentException">The spans differ in length, or a bit lies beyond the last step.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An instant lies before year 1 or after year 9999.</exception>
    /// <exception cref="EventsNotSortedException">An instant is earlier than the one before it.</exception>
    /// <exception cref="InvalidOperationException">The definition has options that need columns: a unit, held properties, exclusions, a range, first occurrences.</exception>
    public int CompletedSteps(ReadOnlySpan<long> utcTicks, ReadOnlySpan<ulong> stepsFilled)
    {
        RequireNoColumns();
        RequireKnownSteps(utcTicks, stepsFilled);
        bool hasTies = RequireAscending(utcTicks);
        if (!_hasKernel)
        {
            return CompletedStepsByEngine(utcTicks, stepsFilled);
        }

        Span<long> chainStarts = stackalloc long[_plan.StepCount]; // FunnelDefaults.MaximumSteps at most
        return hasTies
            ? FunnelKernels.CompletedStepsWithTies(utcTicks, stepsFilled, _plan.WindowTicks, chainStarts)
            : FunnelKernels.CompletedSteps(utcTicks, stepsFilled, _plan.WindowTicks, chainStarts);
    }

    private int CompletedStepsByEngine(ReadOnlySpan<long> utcTicks, ReadOnlySpan<ulong> stepsFilled)
    {
        Workspace workspace = Interlocked.Exchange(ref _workspace, null) ?? new Workspace(_plan);
        Timeline timeline = workspace.Timeline;
        timeline.Clear();
        for (int i = 0; i < utcTicks.Length; i++)
        {
            timeline.Add(i, utcTicks[i], stepsFilled[i], stepsFilled[i], excluded: 0, _plan.IsStrict);
        }

        workspace.Engine.Begin();
        workspace.Engine.Add(timeline);
        workspace.Engine.End();
        int level = workspace.Engine.Level;
        Volatile.Write(ref _workspace, workspace);
        return level;
    }

    private void RequireNoColumns()
    {
        if (_needsColumns.Length > 0)
        {
            throw new InvalidOperationException(
                $"This funnel has {_needsColumns}; without a dataset it cannot be judged. Use Evaluate, or a definition without them.");
        }
    }

    private void RequireKnownSteps(ReadOnlySpan<long> utcTicks, ReadOnlySpan<ulong> stepsFilled)
    {
        if (utcTicks.Length != stepsFilled.Length)
        {
            throw new ArgumentException(
                $"There are {utcTicks.Length} instants and {stepsFilled.Length} masks; each event has one of both.", nameof(stepsFilled));
        }

        ulong any = 0;
        foreach (ulong steps in stepsFilled)
        {
            any |= steps;
        }

        if ((any & ~FunnelPlan.Steps(0, _plan.StepCount - 1)) != 0)
        {
            throw new ArgumentException(
                $"A mask has bit {63 - System.Numerics.BitOperations.LeadingZeroCount(any)}; the last step is {_plan.StepCount - 1}.", nameof(stepsFilled));
        }
    }

    // Returns whether two events share an instant.
    private static bool RequireAscending(ReadOnlySpan<long> utcTicks)
    {
        bool hasTies = false;
        for (int i = 1; i < utcTicks.Length; i++)
        {
            if (utcTicks[i] < utcTicks[i - 1])
            {
                throw new EventsNotSortedException(i, nameof(utcTicks));
            }

            hasTies |= utcTicks[i] == utcTicks[i - 1];
        }

        // Ascending, so the ends speak for all; the kernels rely on differences that cannot overflow.
        if (!utcTicks.IsEmpty)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(utcTicks[0], nameof(utcTicks));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(utcTicks[^1], DateTime.MaxValue.Ticks, nameof(utcTicks));
        }

        return hasTies;
    }

    private static string OptionsThatNeedColumns(FunnelDefinition definition)
    {
        (bool IsThere, string Name)[] options =
        [
            (definition.Unit is not null, nameof(definition.Unit)),
            (!definition.HoldConstant.IsEmpty, nameof(definition.HoldConstant)),
            (!definition.Exclusions.IsEmpty, nameof(definition.Exclusions)),
            (definition.Range is not null, nameof(definition.Range)),
            (definition.Steps.Any(step => step.Occurrence != FunnelOccurrence.Every), nameof(FunnelStep.Occurrence)),
        ];
        return string.Join(", ", options.Where(option => option.IsThere).Select(option => option.Name));
    }

    private sealed class Workspace(FunnelPlan plan)
    {
        internal Timeline Timeline { get; } = new();

        internal FunnelEngine Engine { get; } = new(plan, new FunnelQuestions());
    }
}
