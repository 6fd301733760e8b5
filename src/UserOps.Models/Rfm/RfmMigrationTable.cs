using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>A matrix of moves: where users were, and where they are.</summary>
public sealed class RfmMigrationTable
{
    private readonly UserDirectory _directory;
    private readonly short[] _before;
    private readonly short[] _after;

    internal RfmMigrationTable(UserDirectory directory, ImmutableArray<RfmState> states, short[] before, short[] after)
    {
        (_directory, _before, _after) = (directory, before, after);
        Counts = RfmMigrationCounts.Of(states, before, after);
    }

    /// <summary>Gets the counts alone: JSON, and mergeable as part of <see cref="RfmMigrationSummary"/>.</summary>
    public RfmMigrationCounts Counts { get; }

    /// <summary>Gets the rows and columns; see <see cref="RfmMigrationCounts.States"/>.</summary>
    public ImmutableArray<RfmState> States => Counts.States;

    /// <summary>Gets how many users are in another state than before; who is new was in none, and is left out.</summary>
    public long Moved => Counts.Moved;

    /// <summary>Counts the users who were in one state and are in another, or still in the same.</summary>
    /// <param name="from">The state before.</param>
    /// <param name="to">The state after.</param>
    /// <exception cref="ArgumentException">The table has no such state.</exception>
    public long CountOf(RfmState from, RfmState to) => Counts.CountOf(from, to);

    /// <summary>Gets the share of the users of one state who are in another now.</summary>
    /// <param name="from">The state before; the base.</param>
    /// <param name="to">The state after.</param>
    /// <returns>Without a value where nobody was in the state before.</returns>
    /// <exception cref="ArgumentException">The table has no such state.</exception>
    public Ratio ShareOf(RfmState from, RfmState to) => Counts.ShareOf(from, to);

    /// <summary>Gets the users who were in one state and are in another, or still in the same; nobody for absent at both instants.</summary>
    /// <param name="from">The state before.</param>
    /// <param name="to">The state after.</param>
    /// <exception cref="ArgumentException">The table has no such state.</exception>
    public UserSet Users(RfmState from, RfmState to)
    {
        (int row, int column) = (Counts.IndexOf(from, nameof(from)), Counts.IndexOf(to, nameof(to)));
        var words = new ulong[BitKernels.WordsFor(_directory.Count)];
        if (to == RfmState.Absent)
        {
            return new(_directory, words);
        }

        for (int user = 0; user < _before.Length; user++)
        {
            words[user >> 6] |= (_before[user] == row && _after[user] == column ? 1UL : 0) << user;
        }

        return new(_directory, words);
    }
}
