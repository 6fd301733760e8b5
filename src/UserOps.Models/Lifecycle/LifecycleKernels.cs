using System.Diagnostics;
using System.Numerics;

namespace UserOps.Models.Lifecycle;

/// <summary>Arithmetic over the places of users: spans in, spans out, nothing allocated.</summary>
internal static class LifecycleKernels
{
    /// <summary>Gives a code to the users of a bitmap; the others keep theirs.</summary>
    /// <param name="users">Shape [ceil(users / 64)].</param>
    /// <param name="code">The code.</param>
    /// <param name="codes">Shape [users].</param>
    internal static void Place(ReadOnlySpan<ulong> users, byte code, Span<byte> codes)
    {
        Debug.Assert(users.Length == BitKernels.WordsFor(codes.Length), "64 users a word");
        for (int word = 0; word < users.Length; word++)
        {
            if (users[word] == ulong.MaxValue)
            {
                codes.Slice(word << 6, 64).Fill(code);
                continue;
            }

            for (ulong left = users[word]; left != 0; left &= left - 1)
            {
                codes[(word << 6) + BitOperations.TrailingZeroCount(left)] = code;
            }
        }
    }

    /// <summary>Counts the users of each code, and the uncertain among them.</summary>
    /// <param name="codes">Shape [users].</param>
    /// <param name="uncertain">Shape [ceil(users / 64)].</param>
    /// <param name="users">Shape [256]; added to.</param>
    /// <param name="uncertainUsers">Shape [256]; added to.</param>
    internal static void Count(ReadOnlySpan<byte> codes, ReadOnlySpan<ulong> uncertain, Span<long> users, Span<long> uncertainUsers)
    {
        foreach (byte code in codes)
        {
            users[code]++;
        }

        for (int word = 0; word < uncertain.Length; word++)
        {
            for (ulong left = uncertain[word]; left != 0; left &= left - 1)
            {
                uncertainUsers[codes[(word << 6) + BitOperations.TrailingZeroCount(left)]]++;
            }
        }
    }

    /// <summary>Counts from where to where users went.</summary>
    /// <param name="from">Shape [users at the first instant], no more than at the second: who came into the directory later was absent.</param>
    /// <param name="to">Shape [users].</param>
    /// <param name="pairs">Shape [256 x 256]: row by the first code, column by the second; added to.</param>
    internal static void CountPairs(ReadOnlySpan<byte> from, ReadOnlySpan<byte> to, Span<long> pairs)
    {
        Debug.Assert(from.Length <= to.Length, "a directory only grows");
        for (int user = 0; user < from.Length; user++)
        {
            pairs[(from[user] << 8) | to[user]]++;
        }

        for (int user = from.Length; user < to.Length; user++)
        {
            pairs[(LifecycleDefaults.Absent << 8) | to[user]]++;
        }
    }

    /// <summary>Marks the users of a code.</summary>
    /// <param name="codes">Shape [users].</param>
    /// <param name="code">The code.</param>
    /// <param name="users">Shape [ceil(users / 64)]; bits are only set.</param>
    internal static void Mark(ReadOnlySpan<byte> codes, byte code, Span<ulong> users)
    {
        for (int user = 0; user < codes.Length; user++)
        {
            users[user >> 6] |= RowKernels.Bit(codes[user] == code) << user;
        }
    }
}
