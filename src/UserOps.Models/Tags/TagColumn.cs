using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>The values of one tag for all users of a dataset, with their confidence, source and times. Immutable, bound to the dataset.</summary>
/// <remarks>
/// A <see cref="TagModel"/> answers with them, and takes them for tags whose values come from elsewhere: made here from what a model predicts, or by
/// <see cref="TagLedger.ColumnOf"/> from assignments.
/// </remarks>
public sealed class TagColumn
{
    internal TagColumn(string tag, UserDirectory directory, Column values, TagTimes times, UserSet? uncertain = null, UserSet? refused = null)
    {
        Tag = tag;
        Directory = directory;
        Values = values;
        Times = times;
        Uncertain = uncertain ?? ColumnBits.WithoutValue(directory, values);
        Refused = refused ?? UserSet.None(directory);
    }

    /// <summary>Gets the id of the tag.</summary>
    public string Tag { get; }

    /// <summary>Gets the directory that gives ordinals.</summary>
    public UserDirectory Directory { get; }

    /// <summary>
    /// Gets the values, one slot per ordinal: a <see cref="FlagColumn"/>, <see cref="CategoryColumn"/> (codes in the order of the definition, if it lists the
    /// values), <see cref="QuantityColumn"/>, <see cref="AmountColumn"/> or <see cref="NumberColumn"/>, <see cref="DateColumn"/>, <see cref="SetColumn"/>.
    /// </summary>
    public Column Values { get; }

    /// <summary>Gets the users of whom it could be another value, or one at all, were the missing data known.</summary>
    public UserSet Uncertain { get; }

    /// <summary>Gets the users who have no value because the data hold one that the definition does not allow, or a sum beyond 64 bits.</summary>
    public UserSet Refused { get; }

    /// <summary>Gets the score behind the values; null for every tag that is none.</summary>
    public TagScores? Scores { get; internal init; }

    internal TagTimes Times { get; }

    /// <summary>Gets the answers of ordered rules, in their order; empty for every other tag.</summary>
    internal ImmutableArray<(string Value, RowTruth Truth)> Rules { get; init; } = [];

    /// <summary>Makes the column of a tag whose values are texts.</summary>
    /// <param name="tag">The id of the tag.</param>
    /// <param name="directory">The users.</param>
    /// <param name="codes">Shape [users]; an index into <paramref name="texts"/>, -1 for no value.</param>
    /// <param name="texts">The distinct texts.</param>
    /// <param name="confidences">Shape [users], 0 to 1, NaN for none; empty where none is stated.</param>
    /// <param name="assignedAt">The instant from which the values stand.</param>
    /// <param name="source">Who says so, such as the model and its version.</param>
    /// <exception cref="ArgumentException">A span has another length, a code or a confidence is out of range, or the source is empty.</exception>
    public static TagColumn OfTexts(
        string tag, UserDirectory directory, ReadOnlySpan<int> codes, ImmutableArray<string> texts, ReadOnlySpan<double> confidences, DateTimeOffset assignedAt, string source)
    {
        TagTimes times = GivenTimes.Of(tag, directory, codes.Length, nameof(codes), confidences, assignedAt, source);
        return new(tag, directory, TagColumnValues.OfCodes(tag, codes, texts), times);
    }

    /// <summary>Makes the column of a tag whose values are measured numbers.</summary>
    /// <param name="tag">The id of the tag.</param>
    /// <param name="directory">The users.</param>
    /// <param name="numbers">Shape [users]; NaN for no value, else finite.</param>
    /// <param name="confidences">Shape [users], 0 to 1, NaN for none; empty where none is stated.</param>
    /// <param name="assignedAt">The instant from which the values stand.</param>
    /// <param name="source">Who says so, such as the model and its version.</param>
    /// <exception cref="ArgumentException">A span has another length, a number or a confidence is out of range, or the source is empty.</exception>
    public static TagColumn OfNumbers(
        string tag, UserDirectory directory, ReadOnlySpan<double> numbers, ReadOnlySpan<double> confidences, DateTimeOffset assignedAt, string source)
    {
        TagTimes times = GivenTimes.Of(tag, directory, numbers.Length, nameof(numbers), confidences, assignedAt, source);
        return new(tag, directory, TagColumnValues.OfNumbers(tag, numbers), times);
    }

    /// <summary>Makes the column of a flag.</summary>
    /// <param name="tag">The id of the tag.</param>
    /// <param name="members">Of whom it is true.</param>
    /// <param name="unknown">Of whom it is not known; of everybody else it is false.</param>
    /// <param name="confidences">Shape [users], 0 to 1, NaN for none; empty where none is stated.</param>
    /// <param name="assignedAt">The instant from which the values stand.</param>
    /// <param name="source">Who says so, such as the model and its version.</param>
    /// <exception cref="ArgumentException">The sets belong to unrelated directories or have users in common, a confidence is out of range, or the source is empty.</exception>
    public static TagColumn OfFlags(
        string tag, UserSet members, UserSet unknown, ReadOnlySpan<double> confidences, DateTimeOffset assignedAt, string source)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(unknown);
        if (members.Overlaps(unknown))
        {
            throw new ArgumentException("Of a member it is known.", nameof(unknown));
        }

        UserDirectory directory = members.Union(unknown).Directory;
        TagTimes times = GivenTimes.Of(tag, directory, directory.Count, nameof(members), confidences, assignedAt, source);
        return new(tag, directory, ColumnBits.Flags(tag, UserSet.None(directory).Union(members), UserSet.None(directory).Union(unknown)), times);
    }

    /// <summary>Gets what the tag says of one user; null where it has no value.</summary>
    /// <param name="user">Any user; nobody the dataset does not know has a value.</param>
    public TagValue? Of(UserId user) => Directory.TryGetOrdinal(user, out int ordinal) && !Values.IsMissing(ordinal) ? ValueAt(ordinal) : null;

    /// <summary>Gets the instant from which the value of a user stands; null where there is no value.</summary>
    /// <param name="ordinal">0 to the number of users - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such user.</exception>
    public DateTimeOffset? AssignedAt(int ordinal) => Values.IsMissing(ordinal) ? null : new(Times.AssignedOf(ordinal), TimeSpan.Zero);

    /// <summary>Gets the instant at which the value of a user ends, left out; null for no end, and where there is no value.</summary>
    /// <inheritdoc cref="AssignedAt"/>
    public DateTimeOffset? ValidUntil(int ordinal)
        => !Values.IsMissing(ordinal) && Times.EndOf(ordinal) is var end && end <= DateTimeOffset.MaxValue.Ticks ? new(end, TimeSpan.Zero) : null;

    /// <summary>Gets how sure the source of the value of a user is, 0 to 1; null when it does not say, and where there is no value.</summary>
    /// <inheritdoc cref="AssignedAt"/>
    public double? Confidence(int ordinal) => Values.IsMissing(ordinal) ? null : Times.ConfidenceOf(ordinal);

    private TagValue ValueAt(int ordinal)
    {
        return TagColumnValues.Describe(Values, ordinal, new()
        {
            User = Directory[ordinal],
            Tag = Tag,
            AssignedAt = new(Times.AssignedOf(ordinal), TimeSpan.Zero),
            ValidUntil = ValidUntil(ordinal),
            Source = Times.SourceOf(ordinal),
            Confidence = Times.ConfidenceOf(ordinal),
            IsUncertain = Uncertain.Contains(ordinal),
            Losers = Times.ValueOf(ordinal)?.Losers ?? [],
        });
    }
}
