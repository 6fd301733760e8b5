namespace UserOps.Models;

/// <summary>The users of a dataset: ids to ordinals and back. An ordinal is the order of first sight, user table first, and never changes.</summary>
/// <remarks>Immutable. All ids are of one kind; a number costs 16 bytes, a GUID 24, a text 16 beside the text itself.</remarks>
public sealed class UserDirectory
{
    private readonly KeyTable<TextKey>? _texts;
    private readonly KeyTable<NumberKey>? _numbers;
    private readonly KeyTable<UniqueKey>? _uniques;
    private readonly DirectoryState _state;

    internal UserDirectory(UserId[] ids, UserDirectory? earlier)
        : this(earlier)
    {
        switch (ids.Length == 0 ? UserIdKind.None : ids[0].Kind)
        {
            case UserIdKind.Text:
                _texts = KeyTable<TextKey>.Of([.. ids.Select(id => new TextKey(id.Text!))]);
                break;
            case UserIdKind.Number:
                _numbers = KeyTable<NumberKey>.Of([.. ids.Select(id => new NumberKey(id.Number))]);
                break;
            case UserIdKind.Unique:
                _uniques = KeyTable<UniqueKey>.Of([.. ids.Select(id => new UniqueKey(id.Bits))]);
                break;
        }
    }

    internal UserDirectory(KeyTable<TextKey> texts, UserDirectory? earlier)
        : this(earlier)
        => _texts = texts;

    internal UserDirectory(KeyTable<NumberKey> numbers, UserDirectory? earlier)
        : this(earlier)
        => _numbers = numbers;

    internal UserDirectory(KeyTable<UniqueKey> uniques, UserDirectory? earlier)
        : this(earlier)
        => _uniques = uniques;

    private UserDirectory(UserDirectory? earlier) => _state = new DirectoryState(earlier?._state);

    /// <summary>Gets what all the ids are made of; <see cref="UserIdKind.None"/> without users.</summary>
    public UserIdKind Kind => Count == 0 ? UserIdKind.None
        : _texts is not null ? UserIdKind.Text
        : _numbers is not null ? UserIdKind.Number
        : UserIdKind.Unique;

    /// <summary>Gets the number of users.</summary>
    public int Count => _texts?.Count ?? _numbers?.Count ?? _uniques?.Count ?? 0;

    internal KeyTable<TextKey>? Texts => _texts;

    internal KeyTable<NumberKey>? Numbers => _numbers;

    internal KeyTable<UniqueKey>? Uniques => _uniques;

    /// <summary>Gets the id of an ordinal.</summary>
    /// <param name="ordinal">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such user.</exception>
    public UserId this[int ordinal]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(ordinal);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, Count);
            return _texts is not null ? _texts.Keys[ordinal].Value
                : _numbers is not null ? _numbers.Keys[ordinal].Value
                : _uniques!.Keys[ordinal].Value;
        }
    }

    /// <summary>Finds the ordinal of a user.</summary>
    /// <param name="id">The caller's key; of another kind than the dataset's it is nobody's.</param>
    /// <param name="ordinal">0 to <see cref="Count"/> - 1; -1 when the dataset does not know the user.</param>
    /// <returns>Whether the dataset knows the user.</returns>
    public bool TryGetOrdinal(UserId id, out int ordinal)
    {
        ordinal = -1;
        return id.Kind switch
        {
            UserIdKind.Text => _texts is not null && _texts.TryGet(id.Text!, out ordinal),
            UserIdKind.Number => _numbers is not null && _numbers.TryGet(id.Number, out ordinal),
            UserIdKind.Unique => _uniques is not null && _uniques.TryGet(id.Bits, out ordinal),
            _ => false,
        };
    }

    /// <summary>Says whether ordinals of this directory mean the same users in another: it is the same or grew out of this one by appending.</summary>
    internal bool IsSameOrEarlierStateOf(UserDirectory other)
    {
        for (DirectoryState? state = other._state; state is not null; state = state.Earlier)
        {
            if (ReferenceEquals(state, _state))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Identity of one state of a growing directory; chained without its tables, so that old ones can be collected.</summary>
    private sealed class DirectoryState(DirectoryState? earlier)
    {
        internal DirectoryState? Earlier { get; } = earlier;
    }
}
