using System.Diagnostics;
using System.Numerics;

namespace UserOps.Models.Funnels;

internal static partial class FunnelKernels
{
    /// <summary>As <see cref="CompletedSteps"/>, where equal instants may be taken in whichever order goes furthest.</summary>
    /// <param name="utcTicks">Shape [events]; ascending, equal instants allowed.</param>
    /// <param name="stepsFilled">Shape [events]; bit s is set where the event may fill step s.</param>
    /// <param name="windowTicks">Ticks allowed from the first step to the last, inclusive.</param>
    /// <param name="chainStarts">Scratch, shape [steps of the funnel]; overwritten.</param>
    internal static int CompletedStepsWithTies(
        ReadOnlySpan<long> utcTicks, ReadOnlySpan<ulong> stepsFilled, long windowTicks, Span<long> chainStarts)
    {
        Debug.Assert(utcTicks.Length == stepsFilled.Length, "one mask per instant");

        chainStarts.Fill(NotReached);
        int completed = 0;
        for (int first = 0; first < stepsFilled.Length;)
        {
            ulong any = 0;
            bool oneStepEach = true;
            int end = first;
            for (; end < utcTicks.Length && utcTicks[end] == utcTicks[first]; end++)
            {
                any |= stepsFilled[end];
                oneStepEach &= (stepsFilled[end] & (stepsFilled[end] - 1)) == 0;
            }

            if (any != 0)
            {
                int furthest = oneStepEach
                    ? TakeEachStep(any, utcTicks[first], windowTicks, chainStarts)
                    : TakeMatchedSteps(stepsFilled[first..end], utcTicks[first], windowTicks, chainStarts);
                completed = Math.Max(completed, furthest);
            }

            first = end;
        }

        return completed;
    }

    // No event of the instant fills two steps, so different steps have different events: take them from the first step up.
    private static int TakeEachStep(ulong steps, long now, long windowTicks, Span<long> chainStarts)
    {
        int completed = 0;
        for (; steps != 0; steps &= steps - 1)
        {
            int step = BitOperations.TrailingZeroCount(steps);
            long start = step == 0 ? now : chainStarts[step - 1];
            if (now - start <= windowTicks)
            {
                chainStarts[step] = start;
                completed = step + 1;
            }
        }

        return completed;
    }

    // A chain takes a run of steps a..e at one instant, each from an event of its own. Starts get earlier from step to step, so
    // of the runs that end at e the longest one joins the latest start. If a..e fails, so does a..e+1: the run's
    // beginning only ever moves forward, and each step enters and leaves the matching once.
    private static int TakeMatchedSteps(ReadOnlySpan<ulong> stepsFilled, long now, long windowTicks, Span<long> chainStarts)
    {
        Span<ulong> eventsOfStep = stackalloc ulong[chainStarts.Length];
        UsefulEvents.Keep(stepsFilled, eventsOfStep, stackalloc int[Matching.Size]);
        var matching = new Matching(eventsOfStep, stackalloc byte[Matching.Size], stackalloc byte[Matching.Size]);

        // The run reads the starts as they were before this instant, but writes behind its own beginning.
        Span<long> before = stackalloc long[chainStarts.Length];
        chainStarts.CopyTo(before);
        int completed = 0;
        for (int first = 0, step = 0; step < chainStarts.Length; step++)
        {
            while (first <= step && !matching.TryAdd(step))
            {
                matching.Remove(first);
                first++;
            }

            if (first > step)
            {
                continue; // no event of this instant fills the step at all
            }

            long start = first == 0 ? now : before[first - 1];
            if (now - start <= windowTicks)
            {
                chainStarts[step] = Math.Max(chainStarts[step], start);
                completed = step + 1;
            }
        }

        return completed;
    }
}
