using System.Collections.Frozen;
using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>The event log: users end to end in the order of their ordinals, each user's events by instant, equal instants by arrival.</summary>
/// <remarks>Columnar and immutable. The index of an event is its position in this order, 0 to <see cref="Count"/> - 1.</remarks>
public sealed class EventTable
{
    private readonly int[] _offsets;
    private readonly long[] _utcTicks;
    private readonly byte[]? _narrowCodes;
    private readonly ushort[]? _wideCodes;
    private readonly ulong[] _usersWithTies;
    private readonly int[]? _contentRows;
    private readonly FrozenDictionary<string, int> _codeOfName;

    internal EventTable(
        UserDirectory directory,
        int[] offsets,
        long[] utcTicks,
        byte[]? narrowCodes,
        ushort[]? wideCodes,
        ImmutableArray<string> names,
        ulong[] usersWithTies,
        int[]? contentRows,
        ColumnSet columns)
    {
        Directory = directory;
        _offsets = offsets;
        _utcTicks = utcTicks;
        _narrowCodes = narrowCodes;
        _wideCodes = wideCodes;
        _usersWithTies = usersWithTies;
        _contentRows = contentRows;
        Names = names;
        Columns = columns;
        _codeOfName = names.Select((name, code) => KeyValuePair.Create(name, code)).ToFrozenDictionary(StringComparer.Ordinal);
        (FirstTicks, LastTicks) = EventTableKernels.FirstAndLast(offsets, utcTicks);
    }

    /// <summary>Gets the directory that gives ordinals.</summary>
    public UserDirectory Directory { get; }

    /// <summary>Gets the number of events.</summary>
    public int Count => _utcTicks.Length;

    /// <summary>Gets the distinct event names in the order of first sight; the code of an event is an index into it.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Gets the property columns; each has <see cref="Count"/> rows.</summary>
    public ColumnSet Columns { get; }

    /// <summary>Gets where each user's events start: shape [users + 1]; user u holds the events from [u] to [u + 1], end excluded.</summary>
    public ReadOnlySpan<int> Offsets => _offsets;

    /// <summary>Gets the instants as UTC ticks: shape [events]; ascending within a user.</summary>
    public ReadOnlySpan<long> UtcTicks => _utcTicks;

    /// <summary>Gets the earliest instant of the table; null without events.</summary>
    public DateTimeOffset? First => Count == 0 ? null : new(FirstTicks, TimeSpan.Zero);

    /// <summary>Gets the latest instant of the table; null without events.</summary>
    public DateTimeOffset? Last => Count == 0 ? null : new(LastTicks, TimeSpan.Zero);

    /// <summary>Gets the event codes when there are at most 256 names; else empty.</summary>
    internal ReadOnlySpan<byte> NarrowCodes => _narrowCodes;

    /// <summary>Gets the event codes when there are more than 256 names; else empty.</summary>
    internal ReadOnlySpan<ushort> WideCodes => _wideCodes;

    /// <summary>Gets a value indicating whether the codes are in <see cref="WideCodes"/>.</summary>
    internal bool HasWideCodes => _wideCodes is not null;

    /// <summary>Gets one bit per ordinal: set for users with two events at one instant.</summary>
    internal ReadOnlySpan<ulong> UsersWithTies => _usersWithTies;

    /// <summary>Gets the row of the content each event refers to, -1 for no reference or an unknown id; empty without a content reference.</summary>
    internal ReadOnlySpan<int> ContentRows => _contentRows;

    /// <summary>Gets the events that refer to contents without a row; null when there are none.</summary>
    internal UnresolvedContents? UnresolvedContents { get; init; }

    /// <summary>
    /// Gets the order of arrival of each event, across users; empty for a table without property columns. Only events that share an instant and
    /// a property, but not the user, need it: a funnel over groups, where arrival decides.
    /// </summary>
    internal ReadOnlySpan<int> Arrival => ArrivalOrder;

    internal int[]? ArrivalOrder { private get; init; }

    /// <summary>Gets the earliest instant; <see cref="long.MaxValue"/> without events.</summary>
    internal long FirstTicks { get; }

    /// <summary>Gets the latest instant; <see cref="long.MinValue"/> without events.</summary>
    internal long LastTicks { get; }

    /// <summary>Gets what rooms derive from the table once and keep.</summary>
    internal SideStructureCache SideStructures { get; } = new();

    /// <summary>Gets the end of the events that 'as of' lets be seen, among neighbors whose instants ascend: those of a user, or of another unit.</summary>
    /// <param name="from">The first position.</param>
    /// <param name="to">The end of the positions, excluded.</param>
    /// <param name="asOfTicks">The last instant that is seen.</param>
    /// <param name="rows">The index of the event at each position; empty where positions are indices.</param>
    internal int SeenEnd(int from, int to, long asOfTicks, ReadOnlySpan<int> rows = default)
        => LastTicks <= asOfTicks ? to : EventTableKernels.SeenEnd(_utcTicks, rows, from, to, asOfTicks);

    /// <summary>Counts the events that 'as of' does not let be seen.</summary>
    /// <param name="asOfTicks">The last instant that is seen.</param>
    internal long CountAfter(long asOfTicks)
    {
        long after = 0;
        for (int user = 0; LastTicks > asOfTicks && user + 1 < Offsets.Length; user++)
        {
            after += Offsets[user + 1] - SeenEnd(Offsets[user], Offsets[user + 1], asOfTicks);
        }

        return after;
    }

    /// <summary>Gets the code of an event.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such event.</exception>
    public int CodeAt(int index) => _narrowCodes is not null ? _narrowCodes[index] : _wideCodes![index];

    /// <summary>Gets the name of an event.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such event.</exception>
    public string NameAt(int index) => Names[CodeAt(index)];

    /// <summary>Finds the code of an event name.</summary>
    /// <param name="name">Ordinal.</param>
    /// <param name="code">0 to the number of names - 1; -1 when the data hold no such event.</param>
    /// <returns>Whether the data hold such an event.</returns>
    public bool TryGetCode(string name, out int code)
    {
        if (_codeOfName.TryGetValue(name, out code))
        {
            return true;
        }

        code = -1;
        return false;
    }
}
