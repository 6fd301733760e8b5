using System.Collections.Immutable;

namespace UserOps.Models.Retention;

/// <summary>Everything a fitted curve knows: what is saved as JSON.</summary>
/// <remarks>Plain data, JSON round-trip. <see cref="RetentionCurveModel"/> checks everything at once, the version first.</remarks>
public sealed record RetentionCurveParameters
{
    /// <summary>Gets the form of these data. Only 1 is known; a later one is refused rather than misread.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the shape.</summary>
    public required RetentionCurveFamily Family { get; init; }

    /// <summary>Gets the values of the shape, in the order <see cref="RetentionCurveFamily"/> gives.</summary>
    public required ImmutableArray<double> Values { get; init; }

    /// <summary>Gets the logarithm of the likelihood at the maximum, over the fitted periods; null for values that no fit gave.</summary>
    public double? LogLikelihood { get; init; }

    /// <inheritdoc/>
    public bool Equals(RetentionCurveParameters? other) => other is not null
        && Version == other.Version
        && Family == other.Family
        && ListEquality.Equal(Values, other.Values)
        && LogLikelihood.Equals(other.LogLikelihood);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Version, Family, ListEquality.Hash(Values), LogLikelihood);
}
