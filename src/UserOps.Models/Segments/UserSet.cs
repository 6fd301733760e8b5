using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;

namespace UserOps.Models;

/// <summary>Users of one dataset: a dense bitmap over ordinals, immutable, shared freely between threads.</summary>
/// <remarks>
/// Sets combine when their directories are the same or one grew out of the other by appending; the result belongs to the later one.
/// Two sets are equal when they belong to the same state of the directory and hold the same users; across states ask
/// <see cref="SetEquals"/>. Enumeration gives ordinals, ascending; <see cref="Ids"/> gives the caller's own keys.
/// </remarks>
public sealed class UserSet : IEnumerable<int>, IEquatable<UserSet>
{
    private readonly ulong[] _words;
    private int _count = -1;

    /// <summary>Takes ownership of the words; bits at and above the directory's count must be clear.</summary>
    internal UserSet(UserDirectory directory, ulong[] words)
    {
        Debug.Assert(words.Length == BitKernels.WordsFor(directory.Count), "64 users a word");
        Directory = directory;
        _words = words;
    }

    /// <summary>Gets the directory that gives ordinals.</summary>
    public UserDirectory Directory { get; }

    /// <summary>Gets the number of users; counted on first use.</summary>
    public int Count => _count >= 0 ? _count : _count = (int)BitKernels.Count(_words);

    internal ReadOnlySpan<ulong> Words => _words;

    /// <summary>Makes the set without users.</summary>
    /// <param name="directory">Whose users.</param>
    public static UserSet None(UserDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return new(directory, new ulong[BitKernels.WordsFor(directory.Count)]);
    }

    /// <summary>Makes the set of all users of a directory.</summary>
    /// <param name="directory">Whose users.</param>
    public static UserSet Everyone(UserDirectory directory) => None(directory).Complement();

    /// <summary>Makes the set of some users.</summary>
    /// <param name="directory">Whose users.</param>
    /// <param name="ids">Their keys; a repeated one changes nothing.</param>
    /// <exception cref="UnknownUsersException">Some keys name nobody in the directory; the exception lists them all.</exception>
    public static UserSet Of(UserDirectory directory, IEnumerable<UserId> ids)
    {
        UserSet set = Of(directory, ids, out ImmutableArray<UserId> unknown);
        return unknown.IsEmpty ? set : throw new UnknownUsersException(unknown, nameof(ids));
    }

    /// <summary>Makes the set of those users who are in the directory.</summary>
    /// <param name="directory">Whose users.</param>
    /// <param name="ids">Their keys; a repeated one changes nothing.</param>
    /// <param name="unknown">The keys that name nobody in the directory, in the order given.</param>
    public static UserSet Of(UserDirectory directory, IEnumerable<UserId> ids, out ImmutableArray<UserId> unknown)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(ids);
        var words = new ulong[BitKernels.WordsFor(directory.Count)];
        var strangers = ImmutableArray.CreateBuilder<UserId>();
        foreach (UserId id in ids)
        {
            if (directory.TryGetOrdinal(id, out int ordinal))
            {
                words[ordinal >> 6] |= 1UL << ordinal;
            }
            else
            {
                strangers.Add(id);
            }
        }

        unknown = strangers.ToImmutable();
        return new(directory, words);
    }

    /// <summary>Says whether a user is in the set.</summary>
    /// <param name="ordinal">Any number; one that names nobody is in no set.</param>
    public bool Contains(int ordinal) => (uint)ordinal < (uint)Directory.Count && (_words[ordinal >> 6] >> ordinal & 1) != 0;

    /// <summary>Says whether a user is in the set.</summary>
    /// <param name="id">The caller's key; one that names nobody is in no set.</param>
    public bool Contains(UserId id) => Directory.TryGetOrdinal(id, out int ordinal) && Contains(ordinal);

    /// <summary>Gives the users of either set.</summary>
    /// <param name="other">Of the same directory, or an earlier or later state of it.</param>
    /// <exception cref="ArgumentException">The sets belong to unrelated directories.</exception>
    public UserSet Union(UserSet other) => Combine<OrOperation>(other);

    /// <summary>Gives the users of both sets.</summary>
    /// <param name="other">Of the same directory, or an earlier or later state of it.</param>
    /// <exception cref="ArgumentException">The sets belong to unrelated directories.</exception>
    public UserSet Intersect(UserSet other) => Combine<AndOperation>(other);

    /// <summary>Gives the users of this set who are not in the other.</summary>
    /// <param name="other">Of the same directory, or an earlier or later state of it.</param>
    /// <exception cref="ArgumentException">The sets belong to unrelated directories.</exception>
    public UserSet Except(UserSet other) => Combine<AndNotOperation>(other);

    /// <summary>Gives the users of the directory who are not in the set; users appended later are not among them.</summary>
    public UserSet Complement()
    {
        var words = new ulong[_words.Length];
        BitKernels.Apply<NorOperation>(_words, _words, words);
        BitKernels.ClearAfter(Directory.Count, words);
        return new(Directory, words);
    }

    /// <summary>Says whether every user of this set is in the other; true for the empty set.</summary>
    /// <param name="other">Of the same directory, or an earlier or later state of it.</param>
    /// <exception cref="ArgumentException">The sets belong to unrelated directories.</exception>
    public bool IsSubsetOf(UserSet other) => !BitKernels.Any<AndNotOperation>(_words, WordsOf(other));

    /// <summary>Says whether some user is in both sets.</summary>
    /// <param name="other">Of the same directory, or an earlier or later state of it.</param>
    /// <exception cref="ArgumentException">The sets belong to unrelated directories.</exception>
    public bool Overlaps(UserSet other) => BitKernels.Any<AndOperation>(_words, WordsOf(other));

    /// <summary>Says whether both sets hold the same users, also across states of a directory.</summary>
    /// <param name="other">Of the same directory, or an earlier or later state of it.</param>
    /// <exception cref="ArgumentException">The sets belong to unrelated directories.</exception>
    public bool SetEquals(UserSet other)
    {
        ReadOnlySpan<ulong> others = WordsOf(other);
        int shared = Math.Min(_words.Length, others.Length);
        return Words[..shared].SequenceEqual(others[..shared])
            && !Words[shared..].ContainsAnyExcept(0UL) && !others[shared..].ContainsAnyExcept(0UL);
    }

    /// <summary>Gives the keys of the users in the order of their ordinals.</summary>
    public IEnumerable<UserId> Ids()
    {
        foreach (int ordinal in this)
        {
            yield return Directory[ordinal];
        }
    }

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator()
    {
        for (int word = 0; word < _words.Length; word++)
        {
            for (ulong left = _words[word]; left != 0; left &= left - 1)
            {
                yield return (word << 6) + BitOperations.TrailingZeroCount(left);
            }
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(UserSet? other) => other is not null && ReferenceEquals(Directory, other.Directory) && Words.SequenceEqual(other.Words);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UserSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Words));
        return hash.ToHashCode();
    }

    /// <summary>Writes the size.</summary>
    /// <returns>Such as <c>12 of 400 users</c>.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Count} of {Directory.Count} users");

    private UserSet Combine<TOperation>(UserSet other)
        where TOperation : struct, IBitOperation
    {
        ReadOnlySpan<ulong> others = WordsOf(other);
        UserDirectory later = Directory.Count >= other.Directory.Count ? Directory : other.Directory;
        var words = new ulong[Math.Max(_words.Length, others.Length)];
        BitKernels.ApplyPadded<TOperation>(_words, others, words);
        return new(later, words);
    }

    /// <summary>Gets the words of a set whose ordinals mean the same users.</summary>
    private ReadOnlySpan<ulong> WordsOf(UserSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Directory.IsSameOrEarlierStateOf(other.Directory) || other.Directory.IsSameOrEarlierStateOf(Directory)
            ? other.Words
            : throw new ArgumentException(
                $"The sets belong to two directories, of {Directory.Count} and of {other.Directory.Count} users, and neither grew out of the other; only sets of one dataset, or of states of it joined by Append, have users in common.",
                nameof(other));
    }
}
