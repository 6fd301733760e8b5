using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Portraits;

/// <summary>How an audience spreads over the values of a column; users whose value is missing are a bucket of their own.</summary>
public sealed record FieldDistribution
{
    /// <summary>Gets the column.</summary>
    public required string Field { get; init; }

    /// <summary>Gets a value indicating whether a user may have several of the values; then the shares do not add up to 1.</summary>
    public bool IsMultiValued { get; init; }

    /// <summary>Gets the users whose value is known; of a set column also those whose set is empty.</summary>
    public required long Known { get; init; }

    /// <summary>Gets the users whose value is missing.</summary>
    public required long Missing { get; init; }

    /// <summary>Gets the users of each value: most users first, of equal ones the ordinally first.</summary>
    public required ImmutableArray<PortraitCount> Values { get; init; }

    /// <summary>Gets the share of users whose value is missing, of all.</summary>
    [JsonIgnore]
    public Ratio MissingShare => new(Missing, checked(Known + Missing));

    /// <summary>Gets the share of a value, of the users whose value is known.</summary>
    /// <param name="value">Ordinal; one that nobody has gives 0.</param>
    public Ratio ShareOf(string value) => new(Values.FirstOrDefault(one => one.Value == value).Count, Known);

    /// <inheritdoc/>
    public bool Equals(FieldDistribution? other) => other is not null
        && Field == other.Field
        && IsMultiValued == other.IsMultiValued
        && Known == other.Known
        && Missing == other.Missing
        && ListEquality.Equal(Values, other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, IsMultiValued, Known, Missing, ListEquality.Hash(Values));

    internal static FieldDistribution Merge(FieldDistribution a, FieldDistribution b) => a with
    {
        Known = a.Known + b.Known,
        Missing = a.Missing + b.Missing,
        Values = InOrder(a.Values.Concat(b.Values)
            .GroupBy(value => value.Value, StringComparer.Ordinal)
            .Select(same => new PortraitCount(same.Key, same.Sum(value => value.Count)))),
    };

    internal static ImmutableArray<PortraitCount> InOrder(IEnumerable<PortraitCount> values)
        => [.. values.OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal)];
}
