using System.Numerics;

namespace UserOps.Models.Funnels;

/// <summary>The steps of which any one more would take a user further.</summary>
/// <param name="All">Each of them as a bit; at least one.</param>
/// <param name="Told">The one to name where no event comes closer to another of them.</param>
internal readonly record struct OpenSteps(ulong All, int Told)
{
    /// <summary>Gets those that may follow a level: the next step that cannot be skipped, which is the one to name, and all before it.</summary>
    /// <param name="plan">The funnel; not in any order.</param>
    /// <param name="level">Less than the number of steps.</param>
    internal static OpenSteps After(FunnelPlan plan, int level)
    {
        ulong all = level == 0 ? 1 : plan.After(level - 1);
        ulong needed = all & ~plan.Optional;
        return new(all, BitOperations.TrailingZeroCount(needed != 0 ? needed : all));
    }

    /// <summary>Gets those that events serving in any order can leave free: which event serves which step is nobody's to say.</summary>
    /// <param name="canFill">The steps each serving event may fill; fewer events than steps, and a step for each.</param>
    /// <param name="stepCount">Steps of the funnel.</param>
    internal static OpenSteps Beside(ReadOnlySpan<ulong> canFill, int stepCount)
    {
        ulong steps = FunnelPlan.Steps(0, stepCount - 1);
        ulong open = 0;
        for (int step = 0; step < stepCount; step++)
        {
            ulong bit = 1UL << step;
            open |= BitOperations.PopCount(Filled(canFill, steps & ~bit)) == canFill.Length ? bit : 0;
        }

        return new(open, BitOperations.TrailingZeroCount(steps & ~Filled(canFill, steps)));
    }

    private static ulong Filled(ReadOnlySpan<ulong> canFill, ulong among)
    {
        Span<ulong> masks = stackalloc ulong[Matching.Size];
        var steps = new Matching(masks, stackalloc byte[Matching.Size], stackalloc byte[Matching.Size]);
        for (int i = 0; i < canFill.Length; i++)
        {
            masks[i] = canFill[i] & among;
            steps.TryAdd(i);
        }

        ulong filled = 0;
        for (int i = 0; i < canFill.Length; i++)
        {
            filled |= steps.ThingOf(i) == Matching.None ? 0 : 1UL << steps.ThingOf(i);
        }

        return filled;
    }
}
