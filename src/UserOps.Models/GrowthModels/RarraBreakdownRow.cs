using System.Collections.Immutable;

namespace UserOps.Models.GrowthModels;

/// <summary>RARRA of the part of the cohort that has one value of the breakdown property.</summary>
/// <param name="Value">The value; null for users whose acquisition event has none.</param>
/// <param name="Stages">The five stages in order.</param>
public sealed record RarraBreakdownRow(string? Value, ImmutableArray<RarraStage> Stages)
{
    /// <inheritdoc/>
    public bool Equals(RarraBreakdownRow? other) => other is not null && Value == other.Value && ListEquality.Equal(Stages, other.Stages);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, ListEquality.Hash(Stages));
}
