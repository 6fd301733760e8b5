using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>One way to divide users: named sets, which may overlap and need not hold everyone.</summary>
/// <remarks>Immutable, bound to a dataset: stages of the life cycle, levels of value, bins, a column.</remarks>
public sealed class Segmentation
{
    /// <summary>Names the sets of a division.</summary>
    /// <param name="name">What the division is called; not empty.</param>
    /// <param name="segments">The sets in the order in which they are shown; at least one, each name once.</param>
    /// <exception cref="ArgumentException">A name is empty or occurs twice, there is no segment, or the sets belong to unrelated datasets.</exception>
    public Segmentation(string name, params ReadOnlySpan<(string Name, UserSet Users)> segments)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (segments.IsEmpty)
        {
            throw new ArgumentException($"'{name}' has no segment.", nameof(segments));
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        UserSet covered = UserSet.None((segments[0].Users ?? throw new ArgumentNullException(nameof(segments))).Directory);
        bool isDisjoint = true;
        foreach ((string segment, UserSet users) in segments)
        {
            ArgumentNullException.ThrowIfNull(users, nameof(segments));
            if (segment is null || !names.Add(segment)) // the empty text is a value of a category like any other
            {
                throw new ArgumentException($"Every segment of '{name}' needs a name of its own; '{segment}' is none.", nameof(segments));
            }

            isDisjoint &= !covered.Overlaps(users);
            covered = covered.Union(users);
        }

        Name = name;
        Segments = [.. segments];
        IsDisjoint = isDisjoint;
        Covered = covered;
    }

    /// <summary>Gets what the division is called.</summary>
    public string Name { get; }

    /// <summary>Gets the segments in the order in which they are shown.</summary>
    public ImmutableArray<(string Name, UserSet Users)> Segments { get; }

    /// <summary>Gets a value indicating whether no user is in two segments.</summary>
    public bool IsDisjoint { get; }

    /// <summary>Gets the users who are in some segment.</summary>
    public UserSet Covered { get; }

    /// <summary>Makes a division of a category, flag or set column: a segment per value that somebody has, in ordinal order, so that shards agree.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="field">The column; users whose value is missing are in no segment.</param>
    /// <exception cref="ArgumentNullException">The dataset or the field is null.</exception>
    /// <exception cref="ArgumentException">No user has a value.</exception>
    /// <exception cref="InvalidDefinitionException">There is no such column, or it is of a kind without values to list.</exception>
    public static Segmentation Of(UserOpsDataset data, Field field)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(field);
        return Of(LabelSource.Of(data, field), data.Directory);
    }

    /// <summary>Makes a division of labels the caller has - bins of a number, values of a tag, clusters - in ordinal order, so that shards agree.</summary>
    /// <param name="name">What the division is called; not empty.</param>
    /// <param name="labels">One label per user, by ordinal; null for a user in no segment.</param>
    /// <param name="directory">The users.</param>
    /// <exception cref="ArgumentNullException">The labels or the directory are null.</exception>
    /// <exception cref="ArgumentException">The name is empty, there is not one label per user, or no user has a label.</exception>
    public static Segmentation Of(string name, IReadOnlyList<string?> labels, UserDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return Of(LabelSource.Of(name, labels, directory), directory);
    }

    private static Segmentation Of(LabelSource source, UserDirectory directory) => new(source.Name, [.. source.Labels
        .Zip(source.UsersByLabel(directory))
        .Where(segment => segment.Second.Count > 0)
        .OrderBy(segment => segment.First, StringComparer.Ordinal)]);
}
