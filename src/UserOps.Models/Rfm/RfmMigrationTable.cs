using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>A matrix of moves: where users were, and where they are.</summary>
public sealed class RfmMigrationTable
{
    private readonly UserDirectory _directory;
    private readonly short[] _before;
    private readonly short[] _after;
    private readonly long[] _counts;

    internal RfmMigrationTable(UserDirectory directory, ImmutableArray<RfmState> states, short[] before, short[] after)
    {
        (_directory, States, _before, _after) = (directory, states, before, after);
        _counts = new long[states.Length * states.Length];
        for (int user = 0; user < before.Length; user++)
        {
            _counts[(before[user] * states.Length) + after[user]]++;
        }
    }

    /// <summary>Gets the rows and columns: groups or segments in their order, then <see cref="RfmState.Unplaced"/> and <see cref="RfmState.Outside"/>.</summary>
    public ImmutableArray<RfmState> States { get; }

    /// <summary>Gets how many users are in another state than before.</summary>
    public long Moved => _before.Zip(_after).LongCount(user => user.First != user.Second);

    /// <summary>Counts the users who were in one state and are in another, or still in the same.</summary>
    /// <param name="from">The state before.</param>
    /// <param name="to">The state after.</param>
    /// <exception cref="ArgumentException">The table has no such state.</exception>
    public long CountOf(RfmState from, RfmState to) => _counts[(IndexOf(from, nameof(from)) * States.Length) + IndexOf(to, nameof(to))];

    /// <summary>Gets the share of the users of one state who are in another now.</summary>
    /// <param name="from">The state before; the base.</param>
    /// <param name="to">The state after.</param>
    /// <exception cref="ArgumentException">The table has no such state.</exception>
    public Ratio ShareOf(RfmState from, RfmState to)
    {
        int row = IndexOf(from, nameof(from)) * States.Length;
        return new(_counts[row + IndexOf(to, nameof(to))], _counts.AsSpan(row, States.Length).ToArray().Sum());
    }

    /// <summary>Gets the users who were in one state and are in another, or still in the same.</summary>
    /// <param name="from">The state before.</param>
    /// <param name="to">The state after.</param>
    /// <exception cref="ArgumentException">The table has no such state.</exception>
    public UserSet Users(RfmState from, RfmState to)
    {
        (int row, int column) = (IndexOf(from, nameof(from)), IndexOf(to, nameof(to)));
        var words = new ulong[BitKernels.WordsFor(_directory.Count)];
        for (int user = 0; user < _before.Length; user++)
        {
            words[user >> 6] |= (_before[user] == row && _after[user] == column ? 1UL : 0) << user;
        }

        return new(_directory, words);
    }

    private int IndexOf(RfmState state, string parameterName) => States.IndexOf(state) is >= 0 and var index
        ? index
        : throw new ArgumentException($"The table has no state '{state}'; it has {string.Join(", ", States)}.", parameterName);
}
