namespace UserOps.Models;

/// <summary>One node of one user's card on one day.</summary>
/// <param name="IsKnown">Whether the dates of the node are known.</param>
/// <param name="Held">The date for which the node holds, as a day number; <see cref="CardCycleKernels.Never"/> where it does not.</param>
/// <param name="Next">The first date for which it has yet to begin; <see cref="CardCycleKernels.Never"/> for none.</param>
internal readonly record struct CardCycleState(bool IsKnown, int Held, int Next)
{
    internal static CardCycleState Unknown => new(false, CardCycleKernels.Never, CardCycleKernels.Never);

    internal static CardCycleState NeverHolds => new(true, CardCycleKernels.Never, CardCycleKernels.Never);

    internal bool Holds => Held != CardCycleKernels.Never;

    /// <summary>Judges a node whose value is there.</summary>
    /// <param name="rule">The node.</param>
    /// <param name="value">A day number; for <see cref="CardCycleTiming.Monthly"/> 1 to 31.</param>
    /// <param name="today">A day number.</param>
    internal static CardCycleState Of(CardCycleNodeRule rule, int value, int today)
    {
        // A node is over before it begins again, so the first date that is not over is the only one for which it can hold.
        int first = CardCycleKernels.FirstOnOrAfter(rule.Timing, value, (long)today - rule.DaysAfter);
        bool holds = first != CardCycleKernels.Never && first <= (long)today + rule.DaysBefore;
        int next = CardCycleKernels.FirstOnOrAfter(rule.Timing, value, (long)today + rule.DaysBefore + 1);
        return new(true, holds ? first : CardCycleKernels.Never, next);
    }
}
