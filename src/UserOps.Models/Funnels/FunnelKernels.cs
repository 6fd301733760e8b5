using System.Diagnostics;
using System.Numerics;

namespace UserOps.Models.Funnels;

/// <summary>The arithmetic of ordered funnels with the default options: any start may enter, the window counts from step 1.</summary>
/// <remarks>
/// All of them keep one number per step: the latest start of a chain that got so far. One is enough, because the latest
/// start closes last: whatever an earlier chain could still complete, this one completes too.
/// </remarks>
internal static partial class FunnelKernels
{
    /// <summary>
    /// The start of a chain that does not exist: so early that no window reaches from it to any instant, and not so early
    /// that the difference overflows.
    /// </summary>
    internal const long NotReached = long.MinValue / 2;

    /// <summary>Counts the steps one user completed, in order, inside the window; one event fills at most one step of a chain.</summary>
    /// <param name="utcTicks">Shape [events]; strictly ascending. Trusted: a user with equal instants takes <see cref="CompletedStepsWithTies"/>.</param>
    /// <param name="stepsFilled">Shape [events]; bit s is set where the event may fill step s.</param>
    /// <param name="windowTicks">Ticks allowed from the first step to the last, inclusive.</param>
    /// <param name="chainStarts">Scratch, shape [steps of the funnel]; overwritten.</param>
    internal static int CompletedSteps(
        ReadOnlySpan<long> utcTicks, ReadOnlySpan<ulong> stepsFilled, long windowTicks, Span<long> chainStarts)
    {
        Debug.Assert(utcTicks.Length == stepsFilled.Length, "one mask per instant");

        chainStarts.Fill(NotReached);
        int completed = 0;
        for (int i = 0; i < stepsFilled.Length; i++)
        {
            // Highest step first: the later step must see the chain as it was before this event,
            // or one event would fill two steps.
            for (ulong left = stepsFilled[i]; left != 0;)
            {
                int step = BitOperations.Log2(left);
                left ^= 1UL << step;
                long start = step == 0 ? utcTicks[i] : chainStarts[step - 1];
                if (utcTicks[i] - start <= windowTicks)
                {
                    chainStarts[step] = start;
                    completed = Math.Max(completed, step + 1);
                }
            }
        }

        return completed;
    }
}
