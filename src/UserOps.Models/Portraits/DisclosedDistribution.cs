using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>A distribution as it may be shown.</summary>
/// <param name="Field">The column.</param>
/// <param name="Known">Users whose value is known.</param>
/// <param name="Missing">Users whose value is missing.</param>
/// <param name="Values">The users of each value, in ordinal order: the order by size would tell something of the hidden ones.</param>
public sealed record DisclosedDistribution(string Field, DisclosedCount Known, DisclosedCount Missing, ImmutableArray<DisclosedValue> Values)
{
    /// <inheritdoc/>
    public bool Equals(DisclosedDistribution? other) => other is not null
        && Field == other.Field
        && Known == other.Known
        && Missing == other.Missing
        && ListEquality.Equal(Values, other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, Known, Missing, ListEquality.Hash(Values));
}
