namespace UserOps.Models;

/// <summary>Builds the user table: the first row of each user counts.</summary>
internal static class UserTableAssembly
{
    private const int NoRow = -1;

    /// <param name="earlier">The table before, or null.</param>
    /// <param name="users">The pending rows.</param>
    /// <param name="resolved">Who they are about.</param>
    /// <param name="repeats">Takes the pending rows that repeat a user, ascending.</param>
    internal static UserTable Build(UserTable? earlier, PendingUsers users, ResolvedUsers resolved, List<int> repeats)
    {
        if (earlier is not null && ReferenceEquals(earlier.Directory, resolved.Directory) && users.Count == 0 && users.Columns.Count == 0)
        {
            return earlier; // nobody came, and nothing was said of anybody
        }

        int earlierSlots = earlier?.Directory.Count ?? 0;
        int[] rowOfUser = new int[resolved.Directory.Count];
        Array.Fill(rowOfUser, NoRow);
        var hasRow = new ulong[BitKernels.WordsFor(rowOfUser.Length)];
        int rowCount = 0;

        for (int user = 0; user < earlierSlots; user++)
        {
            if (earlier!.HasRowOf(user))
            {
                Take(user, user);
            }
        }

        ReadOnlySpan<int> userRows = resolved.UserRows.Span;
        for (int row = 0; row < userRows.Length; row++)
        {
            int user = userRows[row];
            if (rowOfUser[user] == NoRow)
            {
                Take(user, earlierSlots + row);
            }
            else
            {
                repeats.Add(row);
            }
        }

        IReadOnlyList<ColumnBuffer> buffers = ColumnAssembly.Join(earlier?.Columns, earlierSlots, users.Columns, users.Count);
        return new UserTable(resolved.Directory, hasRow, rowCount, ColumnAssembly.ToColumns(buffers, rowOfUser));

        void Take(int user, int row)
        {
            rowOfUser[user] = row;
            hasRow[user >> 6] |= 1UL << (user & 63);
            rowCount++;
        }
    }
}
