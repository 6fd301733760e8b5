using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Users and what they did in numbers: counts, sums, first, last and distinct local days per user and event name (用户-行为模型,统计类).</summary>
/// <remarks>
/// Made from events, or from aggregates the caller has instead of events; either way the second schema level beside the user table.
/// A row is one user and one event name; rows of a user stand together, users by ordinal, names ordinal. Users who did nothing of the
/// summarized names have no row. Immutable, shared freely between threads.
/// </remarks>
public sealed class BehaviorSummary
{
    private readonly BehaviorColumns _columns;
    private readonly ReportingCalendar _calendar;

    internal BehaviorSummary(UserDirectory directory, EvaluationContext context, ImmutableArray<string> names, BehaviorColumns columns)
    {
        Directory = directory;
        Context = context;
        Names = names;
        _columns = columns;
        _calendar = ReportingCalendar.Of(context);
    }

    /// <summary>Gets the directory that gives ordinals.</summary>
    public UserDirectory Directory { get; }

    /// <summary>Gets up to when events were seen, and whose clocks cut the days.</summary>
    public EvaluationContext Context { get; }

    /// <summary>Gets the event names, ordinal; the code of a row is an index into them.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Gets the number of rows.</summary>
    public int Count => _columns.Counts.Length;

    /// <summary>Gets where each user's rows start: shape [users + 1]; user u holds the rows from [u] to [u + 1], end excluded.</summary>
    public ReadOnlySpan<int> Offsets => _columns.Offsets;

    /// <summary>Gets the event name of each row, an index into <see cref="Names"/>; ascending within a user.</summary>
    public ReadOnlySpan<int> NameCodes => _columns.NameCodes;

    /// <summary>Gets how many events each row stands for; at least 1.</summary>
    public ReadOnlySpan<long> Counts => _columns.Counts;

    /// <summary>Gets the first instant of each row as UTC ticks; -1 where the caller's aggregates do not tell.</summary>
    public ReadOnlySpan<long> FirstUtcTicks => _columns.First;

    /// <summary>Gets the last instant of each row as UTC ticks; -1 where the caller's aggregates do not tell.</summary>
    public ReadOnlySpan<long> LastUtcTicks => _columns.Last;

    /// <summary>Gets on how many local days the events of each row lie; 0 where the caller's aggregates do not tell.</summary>
    public ReadOnlySpan<int> DistinctDays => _columns.Days;

    /// <summary>Gets the sums, in the order of the options: amounts, then quantities.</summary>
    public ImmutableArray<BehaviorSums> Sums => _columns.Sums;

    /// <summary>Gets how many events of all names lie after 'as of' and were not seen; 0 for a summary of the caller's aggregates.</summary>
    public long EventsAfterAsOf { get; internal init; }

    /// <summary>Gets the names asked for that the data never held, ordinal.</summary>
    public ImmutableArray<string> UnknownNames { get; internal init; } = [];

    /// <summary>Gets how many of the caller's aggregates were read; 0 for a summary of events.</summary>
    public long RowsRead { get; internal init; }

    /// <summary>Gets how many of the caller's aggregates were refused; every one is counted in <see cref="Issues"/>.</summary>
    public long RowsRejected { get; internal init; }

    /// <summary>Gets how many of the caller's aggregates had a user and name that came before, which keep their first row; counted in <see cref="Issues"/>.</summary>
    public long RowsRepeated { get; internal init; }

    /// <summary>Gets how many of the caller's aggregates are of names the options do not ask for; nothing else of them was looked at.</summary>
    /// <remarks><see cref="RowsRead"/> is what was taken and refused and repeated and not asked for; for a summary of the caller's aggregates <see cref="Count"/> rows were taken.</remarks>
    public long RowsNotAsked { get; internal init; }

    /// <summary>Gets why aggregates were left out, with exact counts and the first rows by their place in the input; empty for a summary of events.</summary>
    /// <remarks>
    /// Codes: <c>missingRow</c>, <c>emptyName</c>, <c>unknownUser</c>, <c>countNotPositive</c>, <c>daysOutOfRange</c>, <c>timesReversed</c>,
    /// <c>afterAsOf</c>, <c>repeatedRow</c>, <c>unknownTotal</c>, <c>missingOutOfRange</c>, <c>tooManyDigits</c>, <c>outOfRange</c>. A row counts once,
    /// under its first fault.
    /// </remarks>
    public ImmutableArray<SchemaIssue> Issues { get; internal init; } = [];

    /// <summary>Summarizes events.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, and the zone of the local days.</param>
    /// <param name="options">Which names and which sums; null for all names and no sums.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>One row per user and name with at least one visible event. Values that are missing are left out of sums and counted.</returns>
    /// <exception cref="InvalidDefinitionException">A sum is of a column that is absent, of another kind, currency or scale, or is asked for twice.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static BehaviorSummary Of(
        UserOpsDataset data,
        EvaluationContext context,
        BehaviorSummaryOptions? options = null,
        RunOptions? run = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        options ??= new();
        InvalidDefinitionException.ThrowIfAny(BehaviorRules.Check(options, data.Events.Columns));
        return BehaviorCount.Run(data, context, options, run, cancellationToken);
    }

    /// <summary>Takes aggregates the caller has, where the events themselves are not at hand.</summary>
    /// <param name="directory">The users; those of the user table the aggregates belong to.</param>
    /// <param name="context">Up to when the aggregates were made, and whose clocks cut the days.</param>
    /// <param name="rows">One row per user and name, in any order; read once.</param>
    /// <param name="options">Which names to take, and which sums the rows hold; null for all names and no sums.</param>
    /// <returns>
    /// The summary; a row that cannot be is left out, counted and listed in <see cref="Issues"/>. A sum that a row does not give is 0
    /// with all of its events missing.
    /// </returns>
    /// <exception cref="InvalidDefinitionException">A sum is asked for twice.</exception>
    public static BehaviorSummary FromRows(
        UserDirectory directory, EvaluationContext context, IEnumerable<BehaviorRow> rows, BehaviorSummaryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(rows);
        options ??= new();
        InvalidDefinitionException.ThrowIfAny(BehaviorRules.Check(options));
        return new BehaviorIntake(directory, context, options).Read(rows);
    }

    /// <summary>Gets what a user did of one event name; null for nothing.</summary>
    /// <param name="user">A user of the directory.</param>
    /// <param name="name">Ordinal.</param>
    /// <exception cref="ArgumentException">The directory does not know the user.</exception>
    public BehaviorRow? Find(UserId user, string name) => RowsOf(user).FirstOrDefault(row => row.Name == name);

    /// <summary>Gets what a user did, names ordinal; empty for nothing.</summary>
    /// <param name="user">A user of the directory.</param>
    /// <exception cref="ArgumentException">The directory does not know the user.</exception>
    public ImmutableArray<BehaviorRow> RowsOf(UserId user)
    {
        if (!Directory.TryGetOrdinal(user, out int ordinal))
        {
            throw new ArgumentException($"The dataset knows no user '{user}'.", nameof(user));
        }

        return [.. Enumerable.Range(Offsets[ordinal], Offsets[ordinal + 1] - Offsets[ordinal]).Select(row => RowAt(row, user))];
    }

    /// <summary>Gets the sums of a property.</summary>
    /// <param name="field">A handle of the options.</param>
    /// <exception cref="ArgumentException">The summary does not hold its sums.</exception>
    public BehaviorSums SumsOf(Field field)
        => Sums.FirstOrDefault(sums => sums.Field == field) ?? throw new ArgumentException($"The summary holds no sums of '{field}'.", nameof(field));

    private BehaviorRow RowAt(int row, UserId user) => new()
    {
        User = user,
        Name = Names[NameCodes[row]],
        Count = Counts[row],
        First = FirstUtcTicks[row] < 0 ? null : _calendar.InstantOf(FirstUtcTicks[row]),
        Last = LastUtcTicks[row] < 0 ? null : _calendar.InstantOf(LastUtcTicks[row]),
        DistinctDays = DistinctDays[row] == 0 ? null : DistinctDays[row],
        Totals = [.. Sums.Select(sums => new BehaviorTotal(sums.Field, sums[row], sums.MissingCounts[row]))],
    };
}
