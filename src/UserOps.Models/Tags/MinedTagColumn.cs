using System.Collections;

namespace UserOps.Models.Tags;

/// <summary>The values of a mined tag, one per user of the directory, each with its confidence.</summary>
public sealed class MinedTagColumn : IReadOnlyList<string?>
{
    private readonly string?[] _values;
    private readonly double[] _confidences;

    internal MinedTagColumn(UserDirectory directory, string?[] values, double[] confidences)
    {
        Directory = directory;
        _values = values;
        _confidences = confidences;
        Coverage = new Ratio(values.LongCount(value => value is not null), values.Length);
    }

    /// <summary>Gets the directory that gives ordinals.</summary>
    public UserDirectory Directory { get; }

    /// <summary>Gets the posterior of the most probable value of each user, 0 to 1; also where it was too low for a value.</summary>
    public ReadOnlySpan<double> Confidences => _confidences;

    /// <summary>Gets the share of users with a value.</summary>
    public Ratio Coverage { get; }

    /// <summary>Gets the number of users.</summary>
    public int Count => _values.Length;

    /// <summary>Gets the value of a user; null when the model was not confident enough.</summary>
    /// <param name="index">The user's ordinal, 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such user.</exception>
    public string? this[int index] => _values[index];

    /// <summary>Gets the users with a value.</summary>
    /// <param name="value">Ordinal; one that nobody has gives the empty set.</param>
    public UserSet UsersOf(string value)
    {
        var words = new ulong[BitKernels.WordsFor(_values.Length)];
        for (int ordinal = 0; ordinal < _values.Length; ordinal++)
        {
            words[ordinal >> 6] |= _values[ordinal] == value && value is not null ? 1UL << ordinal : 0;
        }

        return new(Directory, words);
    }

    /// <inheritdoc/>
    public IEnumerator<string?> GetEnumerator() => ((IEnumerable<string?>)_values).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
