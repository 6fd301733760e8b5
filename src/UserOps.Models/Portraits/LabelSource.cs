using System.Collections.Immutable;
using System.Numerics;

namespace UserOps.Models.Portraits;

/// <summary>The values of users as codes of labels, whatever they come from: a column, or a list of the caller.</summary>
internal sealed class LabelSource
{
    private readonly Func<int, int> _codeAt; // -1 where it is missing; not for sets
    private readonly SetColumn? _sets;

    private LabelSource(string name, ImmutableArray<string> labels, Func<int, int> codeAt, SetColumn? sets = null)
    {
        Name = name;
        Labels = labels;
        _codeAt = codeAt;
        _sets = sets;
    }

    internal string Name { get; }

    internal ImmutableArray<string> Labels { get; }

    internal bool IsMultiValued => _sets is not null;

    /// <summary>Reads a column of the user table.</summary>
    /// <exception cref="InvalidDefinitionException">There is no such column, or it has no values to list.</exception>
    internal static LabelSource Of(UserOpsDataset data, Field field)
    {
        if (!data.Users.Columns.TryGet(field.Name, out Column? column))
        {
            throw new InvalidDefinitionException([new("unknownField", "", $"There is no column '{field.Name}'.")]);
        }

        return column.Field == field && TryOf(column) is { } source
            ? source
            : throw new InvalidDefinitionException([new("typeMismatch", "", column.Field == field
                ? $"Column '{field.Name}' is {FieldConflicts.Describe(field)}, whose values are not listed; give them labels first."
                : $"Column '{field.Name}' is {FieldConflicts.Describe(column.Field)}, not {FieldConflicts.Describe(field)}.")]);
    }

    /// <summary>Reads a column; null when its values cannot be listed.</summary>
    internal static LabelSource? TryOf(Column column) => column switch
    {
        CategoryColumn texts => new(column.Field.Name, texts.Values, texts.CodeAt),
        FlagColumn flags => new(column.Field.Name, ["false", "true"], ordinal => flags[ordinal] switch { null => -1, false => 0, true => 1 }),
        SetColumn sets => new(column.Field.Name, sets.Values, _ => -1, sets),
        _ => null,
    };

    /// <summary>Reads a list of labels, one per user of a directory.</summary>
    /// <exception cref="ArgumentException">The name is empty, or there is not one label per user.</exception>
    internal static LabelSource Of(string name, IReadOnlyList<string?> labels, UserDirectory directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Count != directory.Count)
        {
            throw new ArgumentException($"There are {labels.Count} labels for {directory.Count} users.", nameof(labels));
        }

        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = new int[labels.Count];
        for (int ordinal = 0; ordinal < codes.Length; ordinal++)
        {
            codes[ordinal] = -1;
            if (labels[ordinal] is { } label && !known.TryGetValue(label, out codes[ordinal]))
            {
                codes[ordinal] = known.Count;
                known.Add(label, known.Count);
            }
        }

        return new(name, [.. known.Keys], ordinal => codes[ordinal]);
    }

    /// <summary>Counts the labels of users.</summary>
    internal LabelCounts Count(UserSet users, RunOptions? run, CancellationToken cancellationToken)
    {
        var sums = new long[Labels.Length];
        long missing = 0;
        var gate = new Lock();
        UserSet counted = users;
        new Workers((run ?? new()).Threads, cancellationToken).ForEachRange(users.Words.Length, PortraitDefaults.WordsPerPart, (first, end) =>
        {
            var counts = new long[sums.Length];
            long without = Add(counted.Words[first..end], first, counts);
            lock (gate) // whole numbers: the order of the parts shows nowhere
            {
                missing += without;
                for (int code = 0; code < sums.Length; code++)
                {
                    sums[code] += counts[code];
                }
            }
        });
        return new(sums, missing);
    }

    /// <summary>Gets the users of each label, and with them nobody whose value is missing.</summary>
    internal ImmutableArray<UserSet> UsersByLabel(UserDirectory directory)
    {
        var words = new ulong[Labels.Length][];
        for (int code = 0; code < words.Length; code++)
        {
            words[code] = new ulong[BitKernels.WordsFor(directory.Count)];
        }

        for (int ordinal = 0; ordinal < directory.Count; ordinal++)
        {
            if (_sets is null)
            {
                if (_codeAt(ordinal) is int code and >= 0)
                {
                    words[code][ordinal >> 6] |= 1UL << ordinal;
                }

                continue;
            }

            foreach (int code in _sets.CodesAt(ordinal))
            {
                words[code][ordinal >> 6] |= 1UL << ordinal;
            }
        }

        return [.. words.Select(bits => new UserSet(directory, bits))];
    }

    private long Add(ReadOnlySpan<ulong> words, int firstWord, long[] counts)
    {
        long missing = 0;
        for (int word = 0; word < words.Length; word++)
        {
            for (ulong left = words[word]; left != 0; left &= left - 1)
            {
                missing += Add(((firstWord + word) << 6) + BitOperations.TrailingZeroCount(left), counts) ? 0 : 1;
            }
        }

        return missing;
    }

    private bool Add(int ordinal, long[] counts)
    {
        if (_sets is null)
        {
            int code = _codeAt(ordinal);
            if (code >= 0)
            {
                counts[code]++;
            }

            return code >= 0;
        }

        foreach (int code in _sets.CodesAt(ordinal))
        {
            counts[code]++;
        }

        return !_sets.IsMissing(ordinal);
    }
}
