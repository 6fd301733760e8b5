using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace UserOps.Models.Rfm;

/// <summary>Arithmetic of purchases: spans in, spans out, nothing allocated.</summary>
internal static class PurchaseKernels
{
    /// <summary>Dates the first and the last entry of some users, and counts their dates, each once, and their entries.</summary>
    /// <param name="offsets">Shape [users + 1]; every user has an entry.</param>
    /// <param name="days">The local dates of all entries; ascending within a user.</param>
    /// <param name="first">Shape [users]; overwritten.</param>
    /// <param name="last">Shape [users]; overwritten.</param>
    /// <param name="distinct">Shape [users]; overwritten.</param>
    /// <param name="entries">Shape [users]; overwritten.</param>
    internal static void CountDays(
        ReadOnlySpan<int> offsets, ReadOnlySpan<int> days, Span<int> first, Span<int> last, Span<int> distinct, Span<int> entries)
    {
        Debug.Assert(offsets.Length == distinct.Length + 1, "one place a user, and the end");
        for (int i = 0; i < distinct.Length; i++)
        {
            (int from, int to) = (offsets[i], offsets[i + 1]);
            (int count, int previous) = (1, days[from]);
            first[i] = previous;
            for (int entry = from + 1; entry < to; entry++)
            {
                int day = days[entry];
                count += Unsafe.BitCast<bool, byte>(day != previous);
                previous = day;
            }

            last[i] = previous;
            distinct[i] = count;
            entries[i] = to - from;
        }
    }

    /// <summary>Adds up the amounts of some users.</summary>
    /// <param name="offsets">Shape [users + 1].</param>
    /// <param name="units">The amounts of all entries; none missing, and no sum of any of them beyond 64 bits.</param>
    /// <param name="totals">Shape [users]; overwritten.</param>
    internal static void AddUp(ReadOnlySpan<int> offsets, ReadOnlySpan<long> units, Span<long> totals)
    {
        for (int i = 0; i < totals.Length; i++)
        {
            long total = 0;
            for (int entry = offsets[i]; entry < offsets[i + 1]; entry++)
            {
                total += units[entry];
            }

            totals[i] = total;
        }
    }
}
