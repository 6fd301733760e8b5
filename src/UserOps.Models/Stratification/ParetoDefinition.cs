using System.Collections.Immutable;

namespace UserOps.Models.Stratification;

/// <summary>What is asked of the concentration of value on few users (帕累托分层、二八法则).</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="ParetoModel"/> checks everything at once.</remarks>
public sealed record ParetoDefinition
{
    /// <summary>Gets the fractions of users whose share of the value is asked for, above 0 and up to 1; at most 100. Default: 0.2.</summary>
    public ImmutableArray<decimal> TopFractions
    {
        get => field.IsDefault ? StratificationDefaults.TopFractions : field;
        init;
    }

    /// <summary>Gets the shares of the value for which the fewest users are asked for, above 0 and up to 1; at most 100. Default: 0.8.</summary>
    public ImmutableArray<decimal> TargetShares
    {
        get => field.IsDefault ? StratificationDefaults.TargetShares : field;
        init;
    }

    /// <inheritdoc/>
    public bool Equals(ParetoDefinition? other) => other is not null
        && ListEquality.Equal(TopFractions, other.TopFractions)
        && ListEquality.Equal(TargetShares, other.TargetShares);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ListEquality.Hash(TopFractions), ListEquality.Hash(TargetShares));
}
