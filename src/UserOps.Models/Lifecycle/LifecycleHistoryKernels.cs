using System.Runtime.InteropServices;

namespace UserOps.Models.Lifecycle;

/// <summary>Arithmetic over the places of users at many instants.</summary>
internal static class LifecycleHistoryKernels
{
    /// <summary>Gets the first instant at which a user is no longer where they were at another; the number of instants where they stay.</summary>
    /// <param name="codes">Shape [instants][users].</param>
    /// <param name="user">The ordinal.</param>
    /// <param name="first">The instant from which on.</param>
    internal static int EndOfSpell(byte[][] codes, int user, int first)
    {
        int next = first + 1;
        while (next < codes.Length && codes[next][user] == codes[first][user])
        {
            next++;
        }

        return next;
    }

    /// <summary>Counts the spells of all users, times of absence left out.</summary>
    /// <param name="codes">Shape [instants][users].</param>
    /// <param name="users">How many.</param>
    /// <returns>Users by code, first and last instant.</returns>
    internal static Dictionary<(byte Code, int First, int Last), long> CountSpells(byte[][] codes, int users)
    {
        var spells = new Dictionary<(byte Code, int First, int Last), long>();
        for (int user = 0; user < users; user++)
        {
            for (int first = 0; first < codes.Length;)
            {
                int next = EndOfSpell(codes, user, first);
                byte code = codes[first][user];
                if (code != LifecycleDefaults.Absent)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(spells, (code, first, next - 1), out _)++;
                }

                first = next;
            }
        }

        return spells;
    }
}
