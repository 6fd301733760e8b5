namespace UserOps.Models.Retention;

/// <summary>Collects the members of one cohort, and those of them who are retained in one column.</summary>
internal sealed class CellUsers : IRetentionSink
{
    private readonly UserDirectory _directory;
    private readonly int _value;
    private readonly int _cohort;
    private readonly int _column;
    private readonly ulong[] _members;
    private readonly ulong[] _retained;

    /// <param name="directory">Whose users.</param>
    /// <param name="value">The breakdown value that is asked for, or <see cref="IRetentionSink.AnyValue"/>.</param>
    /// <param name="cohort">The cohort that is asked for.</param>
    /// <param name="column">The column that is asked for.</param>
    internal CellUsers(UserDirectory directory, int value, int cohort, int column)
    {
        _directory = directory;
        _value = value;
        _cohort = cohort;
        _column = column;
        _members = new ulong[BitKernels.WordsFor(directory.Count)];
        _retained = new ulong[_members.Length];
    }

    internal UserSet Members => new(_directory, _members);

    internal UserSet Retained => new(_directory, _retained);

    public void Add(int user, int value, int cohort, ReadOnlySpan<ulong> columns)
    {
        if (value == _value && cohort == _cohort)
        {
            _members[user >> 6] |= 1UL << user;
            _retained[user >> 6] |= (columns[_column >> 6] >> _column & 1) << user;
        }
    }
}
