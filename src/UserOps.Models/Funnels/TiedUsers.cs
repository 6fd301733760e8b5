namespace UserOps.Models.Funnels;

/// <summary>Which users of a range have two events at one instant.</summary>
/// <param name="words">One bit per ordinal.</param>
/// <param name="first">The ordinal of the range's first user.</param>
internal readonly ref struct TiedUsers(ReadOnlySpan<ulong> words, int first)
{
    private readonly ReadOnlySpan<ulong> _words = words;

    /// <summary>Says whether a user has ties; counted from the first of the range.</summary>
    internal bool Contains(int user)
    {
        int ordinal = first + user;
        return ordinal >> 6 < _words.Length && (_words[ordinal >> 6] >> (ordinal & 63) & 1) != 0;
    }
}
