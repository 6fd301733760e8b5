using System.Numerics;

namespace UserOps.Models.Funnels;

/// <summary>Of the events of one instant, as few as serve every set of steps that all of them together can serve.</summary>
/// <remarks>
/// The kept ones are the events of a largest matching, so there are never more than steps, however many events share the
/// instant. That is enough: by Mendelsohn and Dulmage (1958), steps that can be served and events that can all be in use can be so in
/// one and the same matching; with all kept events in use it is as large as can be, so it uses no other.
/// </remarks>
internal static class UsefulEvents
{
    /// <param name="canFill">Shape [events]; bit s is set where the event may fill step s.</param>
    /// <param name="eventsOfStep">Shape [steps of the funnel]; receives the kept events of each step, numbered from 0.</param>
    /// <param name="kept">Shape [64]; receives the position of each kept event.</param>
    /// <returns>How many events were kept.</returns>
    internal static int Keep(ReadOnlySpan<ulong> canFill, Span<ulong> eventsOfStep, Span<int> kept)
    {
        Span<ulong> masks = stackalloc ulong[Matching.Size];
        var steps = new Matching(masks, stackalloc byte[Matching.Size], stackalloc byte[Matching.Size]);
        int count = 0;
        for (int i = 0; i < canFill.Length && count < eventsOfStep.Length; i++)
        {
            masks[count] = canFill[i]; // the next event takes the place if this one is not needed
            if (canFill[i] != 0 && steps.TryAdd(count))
            {
                kept[count++] = i;
            }
        }

        eventsOfStep.Clear();
        for (int i = 0; i < count; i++)
        {
            for (ulong left = masks[i]; left != 0; left &= left - 1)
            {
                eventsOfStep[BitOperations.TrailingZeroCount(left)] |= 1UL << i;
            }
        }

        return count;
    }
}
