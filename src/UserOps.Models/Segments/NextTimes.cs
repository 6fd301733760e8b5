using System.Numerics.Tensors;

namespace UserOps.Models;

/// <summary>For every user an instant, in UTC ticks; immutable, and cheap to make anew where few of them change.</summary>
/// <remarks>A new one shares the numbers of all users with the old one and holds those that changed beside them, until these are too many.</remarks>
internal sealed class NextTimes
{
    private const int ChangedToAll = 4;

    private readonly long[] _values;
    private readonly int[] _users; // whose values have changed, and those after the last of them; ascending
    private readonly long[] _changed;

    private NextTimes(long[] values, int[] users, long[] changed)
    {
        _values = values;
        _users = users;
        _changed = changed;
    }

    /// <summary>Gets the number of users.</summary>
    private int Count => _users.Length == 0 ? _values.Length : Math.Max(_values.Length, _users[^1] + 1);

    /// <summary>Takes ownership of the numbers of all users.</summary>
    internal static NextTimes Of(long[] values) => new(values, [], []);

    /// <summary>Gets the earliest instant; the greatest number without users.</summary>
    internal long Earliest()
    {
        long earliest = _changed.Length == 0 ? long.MaxValue : TensorPrimitives.Min<long>(_changed);
        int from = 0;
        foreach (int user in _users)
        {
            earliest = Math.Min(earliest, Earliest(from, user));
            from = user + 1;
        }

        return Math.Min(earliest, Earliest(from, _values.Length));
    }

    /// <summary>Adds the users whose instant has come.</summary>
    /// <param name="asOfTicks">The instant up to which it has, included.</param>
    /// <param name="users">Shape [users, 64 a word]; takes a bit for each.</param>
    internal void Mark(long asOfTicks, Span<ulong> users)
    {
        var due = new ulong[BitKernels.WordsFor(Count)];
        RowKernels.InRange<long>(_values, long.MinValue, asOfTicks, due.AsSpan(0, BitKernels.WordsFor(_values.Length)));
        for (int i = 0; i < _users.Length; i++)
        {
            ulong bit = 1UL << _users[i];
            ref ulong word = ref due[_users[i] >> 6];
            word = _changed[i] <= asOfTicks ? word | bit : word & ~bit;
        }

        BitKernels.Apply<OrOperation>(users[..due.Length], due, users[..due.Length]);
    }

    /// <summary>Makes the instants in which some have changed.</summary>
    /// <param name="users">Whose, ascending; all users there were not before among them.</param>
    /// <param name="changed">Their instants.</param>
    internal NextTimes With(int[] users, NextTimes changed)
    {
        long[] values = changed._values;
        if ((long)ChangedToAll * (users.Length + _users.Length) > Count)
        {
            return Of(Flat(users, values));
        }

        var allUsers = new List<int>(users.Length + _users.Length);
        var all = new List<long>(users.Length + _users.Length);
        for (int mine = 0, theirs = 0; mine < _users.Length || theirs < users.Length;)
        {
            bool takesTheirs = mine == _users.Length || (theirs < users.Length && users[theirs] <= _users[mine]);
            allUsers.Add(takesTheirs ? users[theirs] : _users[mine]);
            all.Add(takesTheirs ? values[theirs] : _changed[mine]);
            mine += !takesTheirs || (mine < _users.Length && users[theirs] == _users[mine]) ? 1 : 0;
            theirs += takesTheirs ? 1 : 0;
        }

        return new(_values, [.. allUsers], [.. all]);
    }

    private long Earliest(int from, int to)
        => Math.Min(to, _values.Length) is var end && from < end ? TensorPrimitives.Min<long>(_values.AsSpan(from, end - from)) : long.MaxValue;

    private long[] Flat(int[] users, long[] changed)
    {
        var values = new long[Math.Max(Count, users.Length == 0 ? 0 : users[^1] + 1)];
        _values.CopyTo(values, 0);
        for (int i = 0; i < _users.Length; i++)
        {
            values[_users[i]] = _changed[i];
        }

        for (int i = 0; i < users.Length; i++)
        {
            values[users[i]] = changed[i];
        }

        return values;
    }
}
