using System.Diagnostics;
using System.Numerics;

namespace UserOps.Models.Profitability;

/// <summary>Follows the accounts of one user through their events.</summary>
internal static class ProductHoldingKernels
{
    /// <summary>Gets the products a user holds after the last event.</summary>
    /// <param name="utcTicks">Shape [events]; ascending, equal instants allowed.</param>
    /// <param name="opens">Shape [events]; bit p is set where the event opens an account of product p.</param>
    /// <param name="closes">Shape [events]; likewise for closing.</param>
    /// <param name="accounts">Scratch, shape [64]; overwritten.</param>
    /// <returns>Bit p is set where an account of product p is open.</returns>
    internal static ulong Held(ReadOnlySpan<long> utcTicks, ReadOnlySpan<ulong> opens, ReadOnlySpan<ulong> closes, Span<int> accounts)
    {
        Debug.Assert(opens.Length == utcTicks.Length && closes.Length == utcTicks.Length, "a mask each per instant");
        accounts.Clear();
        ulong held = 0;
        for (int from = 0; from < utcTicks.Length;)
        {
            int to = from + 1;
            while (to < utcTicks.Length && utcTicks[to] == utcTicks[from])
            {
                to++;
            }

            // Opened and closed at one instant is closed, whichever arrived first: data of whole days have nothing but such instants.
            held |= Open(opens[from..to], accounts);
            held &= ~Close(closes[from..to], accounts);
            from = to;
        }

        return held;
    }

    private static ulong Open(ReadOnlySpan<ulong> opens, Span<int> accounts)
    {
        ulong opened = 0;
        foreach (ulong mask in opens)
        {
            opened |= mask;
            for (ulong left = mask; left != 0; left &= left - 1)
            {
                accounts[BitOperations.TrailingZeroCount(left)]++;
            }
        }

        return opened;
    }

    /// <summary>Closes accounts. What was never seen to open is closed without a trace: the log begins later than the account.</summary>
    private static ulong Close(ReadOnlySpan<ulong> closes, Span<int> accounts)
    {
        ulong gone = 0;
        foreach (ulong mask in closes)
        {
            for (ulong left = mask; left != 0; left &= left - 1)
            {
                int product = BitOperations.TrailingZeroCount(left);
                accounts[product] = Math.Max(accounts[product] - 1, 0);
                gone |= accounts[product] == 0 ? 1UL << product : 0;
            }
        }

        return gone;
    }
}
