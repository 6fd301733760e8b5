using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Rfm;

/// <summary>A matrix of moves in counts: how many were where, and are where. JSON round-trip.</summary>
/// <remarks>Who is absent at both instants is in no count.</remarks>
public sealed record RfmMigrationCounts
{
    /// <summary>Gets one row per state: groups or segments in their order, then <see cref="RfmState.Unplaced"/>, <see cref="RfmState.Outside"/> and <see cref="RfmState.Absent"/>.</summary>
    public required ImmutableArray<RfmMigrationRow> Rows { get; init; }

    /// <summary>Gets the states in the order of rows and columns; nobody is <see cref="RfmState.Absent"/> at the second instant.</summary>
    [JsonIgnore]
    public ImmutableArray<RfmState> States => [.. Rows.Select(row => row.From)];

    /// <summary>Gets how many users are in another state than before; who is new was in none, and is left out.</summary>
    [JsonIgnore]
    public long Moved => Rows.Where(row => row.From != RfmState.Absent).Select((row, index) => row.Users.Sum() - row.Users[index]).Sum();

    /// <summary>Counts the users who were in one state and are in another, or still in the same.</summary>
    /// <param name="from">The state before.</param>
    /// <param name="to">The state after.</param>
    /// <exception cref="ArgumentException">The table has no such state.</exception>
    public long CountOf(RfmState from, RfmState to) => Rows[IndexOf(from, nameof(from))].Users[IndexOf(to, nameof(to))];

    /// <summary>Gets the share of the users of one state who are in another now.</summary>
    /// <param name="from">The state before; the base.</param>
    /// <param name="to">The state after.</param>
    /// <returns>Without a value where nobody was in the state before.</returns>
    /// <exception cref="ArgumentException">The table has no such state.</exception>
    public Ratio ShareOf(RfmState from, RfmState to) => new(CountOf(from, to), Rows[IndexOf(from, nameof(from))].Users.Sum());

    /// <inheritdoc/>
    public bool Equals(RfmMigrationCounts? other) => other is not null && ListEquality.Equal(Rows, other.Rows);

    /// <inheritdoc/>
    public override int GetHashCode() => ListEquality.Hash(Rows);

    internal static RfmMigrationCounts Of(ImmutableArray<RfmState> states, ReadOnlySpan<short> before, ReadOnlySpan<short> after)
    {
        var counts = new long[states.Length, states.Length];
        for (int user = 0; user < before.Length; user++)
        {
            counts[before[user], after[user]]++;
        }

        counts[states.Length - 1, states.Length - 1] = 0; // absent at both instants
        return new() { Rows = [.. states.Select((from, row) => new RfmMigrationRow { From = from, Users = [.. states.Select((_, column) => counts[row, column])] })] };
    }

    /// <exception cref="ArgumentException">The rows are about other states.</exception>
    internal static RfmMigrationCounts Add(RfmMigrationCounts a, RfmMigrationCounts b, string parameterName)
    {
        RfmMerging.RequireSameRows(a.Rows, b.Rows, row => (row.From, row.Users.Length), parameterName);
        return new() { Rows = [.. a.Rows.Zip(b.Rows, (x, y) => x with { Users = SummaryQuestion.Sum(x.Users, y.Users) })] };
    }

    internal int IndexOf(RfmState state, string parameterName) => States.IndexOf(state) is >= 0 and var index
        ? index
        : throw new ArgumentException($"The table has no state '{state}'; it has {string.Join(", ", States)}.", parameterName);
}
