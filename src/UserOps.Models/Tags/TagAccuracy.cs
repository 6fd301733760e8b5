using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Tags;

/// <summary>How often a tag is right on a labeled sample, as counts: JSON round-trip, a sum over users.</summary>
/// <remarks>A user the tag gives no value to is not wrong and not right: accuracy is over those with an answer, and coverage says how many they are.</remarks>
public sealed record TagAccuracy
{
    /// <summary>Gets the users by actual and predicted value: ordinal by actual value, then by predicted one, no answer last. Pairs nobody has are absent.</summary>
    public required ImmutableArray<TagConfusion> Confusion { get; init; }

    /// <summary>Gets the users the tag is right about, of those it gives a value to.</summary>
    [JsonIgnore]
    public Ratio Accuracy => new(
        Confusion.Where(pair => pair.Actual == pair.Predicted).Sum(pair => pair.Count),
        Confusion.Where(pair => pair.Predicted is not null).Sum(pair => pair.Count));

    /// <summary>Gets the users the tag gives a value to, of the sample.</summary>
    [JsonIgnore]
    public Ratio Coverage => new(
        Confusion.Where(pair => pair.Predicted is not null).Sum(pair => pair.Count),
        Confusion.Sum(pair => pair.Count));

    /// <summary>Gets precision and recall of every value that is known or given, ordinal.</summary>
    [JsonIgnore]
    public ImmutableArray<TagValueAccuracy> Values
        => [.. Confusion.SelectMany(pair => pair.Predicted is { } given ? [pair.Actual, given] : new[] { pair.Actual })
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(AccuracyOf)];

    /// <summary>Counts a labeled sample.</summary>
    /// <param name="sample">The users; in any order.</param>
    /// <exception cref="ArgumentNullException">The sample is null.</exception>
    /// <exception cref="ArgumentException">A user has no actual value.</exception>
    public static TagAccuracy Of(IEnumerable<TagJudgment> sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return new()
        {
            Confusion = Counted(sample.Select(user => user.Actual is not null
                ? (user.Actual, user.Predicted, 1L)
                : throw new ArgumentException("A user of the sample has no actual value.", nameof(sample)))),
        };
    }

    /// <summary>Joins two samples that have nobody in common.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    /// <exception cref="ArgumentNullException">One is null.</exception>
    public static TagAccuracy Merge(TagAccuracy a, TagAccuracy b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new() { Confusion = Counted(a.Confusion.Concat(b.Confusion).Select(pair => (pair.Actual, pair.Predicted, pair.Count))) };
    }

    /// <inheritdoc/>
    public bool Equals(TagAccuracy? other) => other is not null && ListEquality.Equal(Confusion, other.Confusion);

    /// <inheritdoc/>
    public override int GetHashCode() => ListEquality.Hash(Confusion);

    private static ImmutableArray<TagConfusion> Counted(IEnumerable<(string Actual, string? Predicted, long Count)> users)
        => [.. users.GroupBy(user => (user.Actual, user.Predicted))
            .OrderBy(pair => pair.Key.Actual, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Predicted is null)
            .ThenBy(pair => pair.Key.Predicted, StringComparer.Ordinal)
            .Select(pair => new TagConfusion { Actual = pair.Key.Actual, Predicted = pair.Key.Predicted, Count = pair.Sum(user => user.Count) })];

    private TagValueAccuracy AccuracyOf(string value)
    {
        long right = Confusion.Where(pair => pair.Actual == value && pair.Predicted == value).Sum(pair => pair.Count);
        return new(
            value,
            new Ratio(right, Confusion.Where(pair => pair.Predicted == value).Sum(pair => pair.Count)),
            new Ratio(right, Confusion.Where(pair => pair.Actual == value).Sum(pair => pair.Count)));
    }
}
