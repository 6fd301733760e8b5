namespace UserOps.Models;

/// <summary>When an instant enters a window, and when it leaves it, as the instant of the evaluation moves on.</summary>
/// <param name="Enters">The first instant of evaluation, in UTC ticks, that has it inside; the least number where it always was.</param>
/// <param name="Leaves">The first one that has it outside again; the greatest number where it stays.</param>
/// <param name="Unsettled">
/// For how long after each of the two it may go either way: 0 but for months and years, whose length no formula inverts where clocks change.
/// </param>
internal readonly record struct WindowTurns(long Enters, long Leaves, long Unsettled = 0)
{
    /// <summary>It was always inside, and stays.</summary>
    internal static WindowTurns Never => new(long.MinValue, long.MaxValue);

    /// <summary>Gets an instant by which to look again: never after the next turn.</summary>
    /// <param name="asOfTicks">The instant of the evaluation.</param>
    /// <returns>After <paramref name="asOfTicks"/>; the greatest number where nothing changes any more.</returns>
    internal long NextAfter(long asOfTicks) => Math.Min(Next(Enters, asOfTicks), Next(Leaves, asOfTicks));

    private long Next(long turn, long asOfTicks)
        => turn > asOfTicks ? turn
        : turn > asOfTicks - Unsettled ? asOfTicks + 1
        : long.MaxValue;
}
