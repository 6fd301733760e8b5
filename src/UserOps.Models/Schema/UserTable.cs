namespace UserOps.Models;

/// <summary>The user table: typed attribute columns, one slot per user of the directory; immutable.</summary>
/// <remarks>The index of a slot is the user's ordinal. A user known only from events has a slot with every attribute missing.</remarks>
public sealed class UserTable
{
    private readonly ulong[] _hasRow; // one bit per ordinal

    internal UserTable(UserDirectory directory, ulong[] hasRow, int rowCount, ColumnSet columns)
    {
        Directory = directory;
        _hasRow = hasRow;
        RowCount = rowCount;
        Columns = columns;
    }

    /// <summary>Gets the directory that gives ordinals.</summary>
    public UserDirectory Directory { get; }

    /// <summary>Gets how many users a row of the user table was given for; users known only from events are not among them.</summary>
    public int RowCount { get; }

    /// <summary>Gets the attribute columns; each has <see cref="UserDirectory.Count"/> slots.</summary>
    public ColumnSet Columns { get; }

    /// <summary>Gets one bit per ordinal, 64 a word: set for users a row was given for.</summary>
    internal ReadOnlySpan<ulong> HasRow => _hasRow;

    /// <summary>Says whether a row of the user table was given for a user.</summary>
    /// <param name="ordinal">0 to the number of users - 1.</param>
    internal bool HasRowOf(int ordinal) => (_hasRow[ordinal >> 6] >> (ordinal & 63) & 1) != 0;
}
