using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Tags;

/// <summary>What one run of a tag came to, as counts: JSON round-trip, a sum over users.</summary>
/// <remarks>Kept beside the tag it shows later whether the tag has drifted; see <see cref="TagStability"/>.</remarks>
public sealed record TagRun
{
    /// <summary>Gets the users who carry each value, values ordinal, each once; values nobody carries may be absent.</summary>
    public required ImmutableArray<TagValueCount> Values { get; init; }

    /// <summary>Gets the users without a value.</summary>
    public required long WithoutValue { get; init; }

    /// <summary>Gets the users with a value.</summary>
    [JsonIgnore]
    public long WithValue => Values.Sum(value => value.Count);

    /// <summary>Gets the coverage: users with a value of all users.</summary>
    [JsonIgnore]
    public Ratio Coverage => new(WithValue, checked(WithValue + WithoutValue));

    /// <summary>Counts the values of users.</summary>
    /// <param name="values">One per user; null for a user without value. A column of labels or of a mined tag is one such list.</param>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public static TagRun Of(IEnumerable<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        long without = 0;
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (string? value in values)
        {
            if (value is null)
            {
                without++;
            }
            else
            {
                counts[value] = counts.GetValueOrDefault(value) + 1;
            }
        }

        return new() { Values = InOrder(counts), WithoutValue = without };
    }

    /// <summary>Joins the runs of two sets of users who have nobody in common, such as two shards.</summary>
    /// <param name="a">One run.</param>
    /// <param name="b">The other.</param>
    /// <returns>What one run over all of them gives.</returns>
    /// <exception cref="ArgumentNullException">A run is null.</exception>
    public static TagRun Merge(TagRun a, TagRun b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        Dictionary<string, long> counts = a.Values.Concat(b.Values)
            .GroupBy(value => value.Value, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Sum(value => value.Count), StringComparer.Ordinal);
        return new() { Values = InOrder(counts), WithoutValue = a.WithoutValue + b.WithoutValue };
    }

    /// <inheritdoc/>
    public bool Equals(TagRun? other) => other is not null && ListEquality.Equal(Values, other.Values) && WithoutValue == other.WithoutValue;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ListEquality.Hash(Values), WithoutValue);

    /// <summary>Refuses counts no run can have given; read from JSON they may be anything.</summary>
    internal void Require(string parameterName)
    {
        if (Values.IsDefault || Values.Any(value => value.Value is null || value.Count < 0) || WithoutValue < 0
            || Values.Select(value => value.Value).Distinct(StringComparer.Ordinal).Count() < Values.Length)
        {
            throw new ArgumentException("A run counts every value once, and no count is negative.", parameterName);
        }
    }

    private static ImmutableArray<TagValueCount> InOrder(Dictionary<string, long> counts)
        => [.. counts.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => new TagValueCount(value.Key, value.Value))];
}
