using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>Revenue per user of those who share a value of the breakdown.</summary>
public sealed record RevenuePerUserRow
{
    /// <summary>Gets the value; null for users without one.</summary>
    public string? Value { get; init; }

    /// <summary>Gets the periods, the first one first.</summary>
    public required ImmutableArray<RevenuePerUserPeriod> Periods { get; init; }

    /// <inheritdoc/>
    public bool Equals(RevenuePerUserRow? other) => other is not null && Value == other.Value && ListEquality.Equal(Periods, other.Periods);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, ListEquality.Hash(Periods));
}
