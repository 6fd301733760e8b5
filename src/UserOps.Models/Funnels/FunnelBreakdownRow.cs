using System.Collections.Immutable;

namespace UserOps.Models.Funnels;

/// <summary>The funnel of one value of the breakdown property.</summary>
/// <param name="Value">The value.</param>
/// <param name="Counts">Units at or past each step; with optional steps, units whose chain holds it. Not all zero.</param>
public sealed record FunnelBreakdownRow(string Value, ImmutableArray<long> Counts)
{
    /// <inheritdoc/>
    public bool Equals(FunnelBreakdownRow? other) => other is not null && Value == other.Value && ListEquality.Equal(Counts, other.Counts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, ListEquality.Hash(Counts));
}
