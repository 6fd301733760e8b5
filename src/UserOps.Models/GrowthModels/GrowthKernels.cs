using System.Diagnostics;

namespace UserOps.Models.GrowthModels;

/// <summary>Places one user: in the cohort or not, and which stages are reached.</summary>
internal static class GrowthKernels
{
    private const uint Acquisition = (uint)GrowthStages.Acquisition;
    private const uint Retention = (uint)GrowthStages.Retention;
    private const uint Windowed = (uint)(GrowthStages.Activation | GrowthStages.Revenue | GrowthStages.Referral);

    /// <summary>Finds the stages one user reached.</summary>
    /// <typeparam name="TStages">Who says which stages an event serves.</typeparam>
    /// <param name="stages">Which stages each event serves, by the index of the event.</param>
    /// <param name="utcTicks">Shape [events]; ascending within the user.</param>
    /// <param name="from">The user's first event.</param>
    /// <param name="to">The end of the user's visible events, excluded.</param>
    /// <param name="limits">The cohort and its limits.</param>
    /// <param name="acquiredAt">The index of the first acquisition event; -1 for none.</param>
    /// <returns>One bit per stage; 0 for a user outside the cohort.</returns>
    internal static uint StagesReached<TStages>(
        TStages stages, ReadOnlySpan<long> utcTicks, int from, int to, in GrowthLimits limits, out int acquiredAt)
        where TStages : struct, IStagesOfEvents, allows ref struct
    {
        Debug.Assert(from >= 0 && to <= utcTicks.Length, "a user's events lie in the log");

        acquiredAt = FirstAcquisition(stages, from, to);
        if (acquiredAt < 0 || !limits.IsInCohort(utcTicks[acquiredAt]))
        {
            return 0;
        }

        long acquired = utcTicks[acquiredAt];
        (long retainedFrom, long retainedTo) = limits.RetentionTicks(acquired);
        long windowEnd = limits.WindowEnd(acquired);
        long last = Math.Max(windowEnd, retainedTo - 1);
        uint reached = Acquisition;
        int index = FirstAtSameInstant(utcTicks, from, acquiredAt);
        for (; index < to && utcTicks[index] <= last && reached != (uint)GrowthStages.All; index++)
        {
            long ticks = utcTicks[index];
            uint allowed = ticks <= windowEnd ? Windowed : 0;
            allowed |= ticks >= retainedFrom && ticks < retainedTo ? Retention : 0;
            reached |= stages.At(index) & allowed;
        }

        return reached;
    }

    private static int FirstAcquisition<TStages>(TStages stages, int from, int to)
        where TStages : struct, IStagesOfEvents, allows ref struct
    {
        for (int index = from; index < to; index++)
        {
            if ((stages.At(index) & Acquisition) != 0)
            {
                return index;
            }
        }

        return -1;
    }

    // Events at the instant of acquisition serve too, whichever arrived first.
    private static int FirstAtSameInstant(ReadOnlySpan<long> utcTicks, int from, int index)
    {
        while (index > from && utcTicks[index - 1] == utcTicks[index])
        {
            index--;
        }

        return index;
    }
}
