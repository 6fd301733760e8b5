using System.Collections;
using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>A column of numbers as labels, one per user of the directory; null where the number is missing or is none.</summary>
public sealed class BinnedColumn : IReadOnlyList<string?>
{
    private readonly int[] _bins; // -1 where there is no label

    internal BinnedColumn(Field field, UserDirectory directory, ImmutableArray<string> labels, int[] bins)
    {
        Field = field;
        Directory = directory;
        Labels = labels;
        _bins = bins;
        Counts = CountsOf(labels, bins);
        Unlabeled = bins.Length - Counts.Sum(bin => bin.Count);
    }

    /// <summary>Gets the column that was labeled.</summary>
    public Field Field { get; }

    /// <summary>Gets the directory that gives ordinals.</summary>
    public UserDirectory Directory { get; }

    /// <summary>Gets the labels from the lowest bin to the highest.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>Gets how many users each bin holds, in the order of <see cref="Labels"/>.</summary>
    public ImmutableArray<BinCount> Counts { get; }

    /// <summary>Gets the users without a label: their number is missing or NaN.</summary>
    public long Unlabeled { get; }

    /// <summary>Gets the number of users.</summary>
    public int Count => _bins.Length;

    /// <summary>Gets the label of a user; null without one.</summary>
    /// <param name="index">The user's ordinal, 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such user.</exception>
    public string? this[int index] => BinOf(index) is int bin and >= 0 ? Labels[bin] : null;

    /// <summary>Gets the bin of a user, an index into <see cref="Labels"/>; -1 without a label.</summary>
    /// <param name="ordinal">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such user.</exception>
    public int BinOf(int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ordinal);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, Count);
        return _bins[ordinal];
    }

    /// <summary>Gets the users with a label.</summary>
    /// <param name="label">One of <see cref="Labels"/>, ordinal.</param>
    /// <exception cref="ArgumentException">There is no such label.</exception>
    public UserSet UsersOf(string label)
    {
        int wanted = Labels.IndexOf(label, 0, Labels.Length, StringComparer.Ordinal);
        if (wanted < 0)
        {
            throw new ArgumentException($"No bin has the label '{label}'.", nameof(label));
        }

        var words = new ulong[BitKernels.WordsFor(_bins.Length)];
        for (int ordinal = 0; ordinal < _bins.Length; ordinal++)
        {
            words[ordinal >> 6] |= _bins[ordinal] == wanted ? 1UL << ordinal : 0;
        }

        return new(Directory, words);
    }

    /// <inheritdoc/>
    public IEnumerator<string?> GetEnumerator()
    {
        foreach (int bin in _bins)
        {
            yield return bin < 0 ? null : Labels[bin];
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static ImmutableArray<BinCount> CountsOf(ImmutableArray<string> labels, int[] bins)
    {
        var counts = new long[labels.Length];
        foreach (int bin in bins)
        {
            if (bin >= 0)
            {
                counts[bin]++;
            }
        }

        return [.. labels.Select((label, bin) => new BinCount(label, counts[bin]))];
    }
}
