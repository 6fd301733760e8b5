namespace UserOps.Models;

/// <summary>When an instant enters a window, and when it leaves it, as the instant of the evaluation moves on.</summary>
/// <param name="Enters">The first instant of evaluation, in UTC ticks, that has it inside; the least number where it always was.</param>
/// <param name="Leaves">The first one that has it outside again; the greatest number where it stays.</param>
/// <param name="UnsettledIn">
/// For how long after <paramref name="Enters"/> it may go either way: 0 but for months and years, whose length no formula inverts where clocks
/// change or a month is cut short.
/// </param>
/// <param name="UnsettledOut">The same after <paramref name="Leaves"/>.</param>
internal readonly record struct WindowTurns(long Enters, long Leaves, long UnsettledIn = 0, long UnsettledOut = 0)
{
    /// <summary>It was always inside, and stays.</summary>
    internal static WindowTurns Never => new(long.MinValue, long.MaxValue);

    /// <summary>Gets an instant by which to look again: never after the next turn.</summary>
    /// <param name="asOfTicks">The instant of the evaluation.</param>
    /// <returns>After <paramref name="asOfTicks"/>; the greatest number where nothing changes any more.</returns>
    internal long NextAfter(long asOfTicks) => Math.Min(Next(Enters, UnsettledIn, asOfTicks), Next(Leaves, UnsettledOut, asOfTicks));

    private static long Next(long turn, long unsettled, long asOfTicks)
        => turn > asOfTicks ? turn
        : turn > asOfTicks - unsettled ? asOfTicks + 1
        : long.MaxValue;
}
