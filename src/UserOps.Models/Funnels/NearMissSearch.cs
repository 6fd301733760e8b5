using System.Collections.Immutable;
using System.Numerics;

namespace UserOps.Models.Funnels;

/// <summary>Looks through all events of a user, also those the engine is never shown, for the one that came closest to an open step.</summary>
internal sealed class NearMissSearch(CompiledFunnel funnel, UnitReader reader, ImmutableArray<FunnelServedStep> served)
{
    /// <summary>Finds the closest event.</summary>
    /// <param name="user">The user that the reader has read.</param>
    /// <param name="open">The steps to look for.</param>
    internal NearMiss Closest(int user, OpenSteps open)
    {
        int first = funnel.Units.Offsets[user];
        int end = funnel.SeenEnd(first, funnel.Units.Offsets[user + 1]);
        NearMiss closest = NearMiss.NoEvent(open.Told);
        for (int position = first; position < end; position++)
        {
            int row = funnel.Units.RowAt(position);
            ulong matches = funnel.Steps.Of(funnel.Data.Events.CodeAt(row), row);
            for (ulong left = matches & open.All; left != 0; left &= left - 1)
            {
                NearMiss miss = MissOf(row, BitOperations.TrailingZeroCount(left));
                closest = miss.IsCloserThan(closest, open.Told) ? miss : closest;
            }
        }

        return closest;
    }

    private NearMiss MissOf(int row, int step)
    {
        NearMiss byTime = ByTime(row, step);
        int at = reader.Rows.BinarySearch(row);
        if (at >= 0 && (reader.CanFill[at] >> step & 1) != 0)
        {
            return byTime.Closeness == Closeness.InTime && served.Any(one => one.Event == row) ? byTime with { Closeness = Closeness.Taken } : byTime;
        }

        long beyondRange = BeyondRange(row, step);
        return byTime with
        {
            Obstacle = beyondRange >= 0 ? FunnelObstacle.OutsideRange : at < 0 ? FunnelObstacle.NoHeldValue : FunnelObstacle.NotFirst,
            Closeness = byTime.Closeness == Closeness.InTime ? Closeness.Barred : Closeness.BarredAndOutOfTime,
            Beyond = Math.Max(beyondRange, 0),
        };
    }

    private NearMiss ByTime(int row, int step)
    {
        NearMiss Of(FunnelObstacle obstacle, Closeness closeness, long beyond) => new(step, obstacle, row, closeness, beyond);

        if (served.IsEmpty)
        {
            return Of(FunnelObstacle.NotByTheRules, Closeness.InTime, 0);
        }

        long now = funnel.Data.Events.UtcTicks[row];
        long start = served[0].Instant.UtcTicks;
        long last = served[^1].Instant.UtcTicks;
        if (now < last && !funnel.Plan.IsUnordered)
        {
            return Of(FunnelObstacle.OnlyBefore, Closeness.TooEarly, last - now);
        }

        long beyondWindow = Math.Max(now, last) - Math.Min(now, start) - funnel.Plan.WindowTicks;
        long beyondStep = now - last - funnel.Plan.WithinTicks[step];
        return beyondWindow > 0 ? Of(now < start ? FunnelObstacle.BeforeWindow : FunnelObstacle.AfterWindow, Closeness.OutsideWindow, beyondWindow)
            : beyondStep > 0 ? Of(FunnelObstacle.AfterStepLimit, Closeness.BeyondStepLimit, beyondStep)
            : Of(FunnelObstacle.NotByTheRules, Closeness.InTime, 0);
    }

    // Ticks from an event to the nearer end of the range, where the range keeps it from the step; else -1.
    private long BeyondRange(int row, int step)
    {
        if (funnel.Definition.Range is not { } range || (range.AppliesTo == FunnelRangeScope.Entry && step > 0))
        {
            return -1;
        }

        long now = funnel.Data.Events.UtcTicks[row];
        return now < range.From?.UtcTicks ? range.From.Value.UtcTicks - now
            : now >= range.To?.UtcTicks ? now - range.To.Value.UtcTicks
            : -1;
    }
}
