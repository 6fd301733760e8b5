using System.Collections.Immutable;

namespace UserOps.Models.GrowthModels;

/// <summary>AARRR of the part of the cohort that has one value of the breakdown property.</summary>
/// <param name="Value">The value; null for users whose acquisition event has none.</param>
/// <param name="Stages">The five stages in order.</param>
/// <param name="HoldsBack">The stage that holds this part back; null for none.</param>
public sealed record AarrrBreakdownRow(string? Value, ImmutableArray<AarrrStage> Stages, GrowthBottleneck? HoldsBack)
{
    /// <inheritdoc/>
    public bool Equals(AarrrBreakdownRow? other) => other is not null
        && Value == other.Value
        && ListEquality.Equal(Stages, other.Stages)
        && HoldsBack == other.HoldsBack;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, ListEquality.Hash(Stages), HoldsBack);
}
