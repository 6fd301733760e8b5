using System.Diagnostics;
using System.Numerics;

namespace UserOps.Models.Activity;

/// <summary>The arithmetic of activity: spans in, spans out, nothing allocated.</summary>
internal static class ActivityKernels
{
    /// <summary>Counts users period by period; a user's entries may stand anywhere, because each names a period once.</summary>
    /// <param name="numbers">Shape [entries]; a place in the counts, or -1 for what lies before.</param>
    /// <param name="events">Shape [entries]; how many events each period holds.</param>
    /// <param name="minimumEvents">How many it takes.</param>
    /// <param name="counts">Shape [periods]; added to.</param>
    internal static void CountPeriods(ReadOnlySpan<int> numbers, ReadOnlySpan<int> events, int minimumEvents, Span<long> counts)
    {
        Debug.Assert(numbers.Length == events.Length, "events for each period");
        for (int i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] >= 0 && events[i] >= minimumEvents)
            {
                counts[numbers[i]]++;
            }
        }
    }

    /// <summary>Finds the windows in which one user was active, and notes where such a stretch of windows begins and ends.</summary>
    /// <param name="days">Shape [entries]; day numbers, ascending.</param>
    /// <param name="events">Shape [entries].</param>
    /// <param name="window">How many days a window has.</param>
    /// <param name="minimumEvents">How many events it takes.</param>
    /// <param name="firstDay">The last day of the first window.</param>
    /// <param name="changes">Shape [windows + 1]; added to: plus one where a stretch begins, minus one where it is over.</param>
    internal static void AddWindows(
        ReadOnlySpan<int> days, ReadOnlySpan<int> events, int window, int minimumEvents, int firstDay, Span<long> changes)
    {
        int last = changes.Length - 1;
        long inWindow = 0;
        bool isActive = false;
        for (int entering = 0, leaving = 0; leaving < days.Length;)
        {
            // The next day on which the sum changes: one day comes in, or one goes out a window's length later.
            int day = entering < days.Length && days[entering] <= days[leaving] + window ? days[entering] : days[leaving] + window;
            if (leaving < entering && days[leaving] + window == day)
            {
                inWindow -= events[leaving++];
            }

            if (entering < days.Length && days[entering] == day)
            {
                inWindow += events[entering++];
            }

            if (inWindow >= minimumEvents != isActive)
            {
                isActive = !isActive;
                changes[Math.Clamp(day - firstDay, 0, last)] += isActive ? 1 : -1;
            }
        }
    }

    /// <summary>Turns changes into counts, in place.</summary>
    /// <param name="changes">Shape [windows + 1]; the last one is what happens after the last window.</param>
    /// <returns>The same array.</returns>
    internal static long[] Accumulate(long[] changes)
    {
        for (int i = 1; i < changes.Length; i++)
        {
            changes[i] += changes[i - 1];
        }

        return changes;
    }

    /// <summary>Counts the bits set in either bitmap.</summary>
    internal static long CountEither(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        Debug.Assert(left.Length == right.Length, "one word each");
        long bits = 0;
        for (int i = 0; i < left.Length; i++)
        {
            bits += BitOperations.PopCount(left[i] | right[i]);
        }

        return bits;
    }

    /// <summary>Tells the active users of a period apart by what they did before, and remembers them.</summary>
    /// <param name="active">Shape [words]; active in the period.</param>
    /// <param name="before">Shape [words]; active in the period before.</param>
    /// <param name="seen">Shape [words]; active in any period before; the active are added.</param>
    /// <returns>How many are active, how many of them for the first time, and how many were active in the period before.</returns>
    internal static (long Active, long New, long Returning) Classify(ReadOnlySpan<ulong> active, ReadOnlySpan<ulong> before, Span<ulong> seen)
    {
        Debug.Assert(active.Length == before.Length && active.Length == seen.Length, "one word each");
        long all = 0;
        long unseen = 0;
        long returning = 0;
        for (int i = 0; i < active.Length; i++)
        {
            ulong here = active[i];
            all += BitOperations.PopCount(here);
            unseen += BitOperations.PopCount(here & ~seen[i]);
            returning += BitOperations.PopCount(here & before[i]);
            seen[i] |= here;
        }

        return (all, unseen, returning);
    }
}
