using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>What a fit leaves behind beside its parameters: needed for standard errors and for intervals of predictions. Plain data, JSON round-trip.</summary>
public sealed record FitEvidence
{
    /// <summary>Gets the natural logarithm of the likelihood of all customers at the maximum.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Gets for how many customers the rows of the fit stand; above 0.</summary>
    public required double Customers { get; init; }

    /// <summary>
    /// Gets the covariance of the natural logarithms of the parameters, row by row, in the order of the model: the inverse of the information at the maximum.
    /// </summary>
    public required ImmutableArray<double> LogCovariance { get; init; }

    /// <inheritdoc/>
    public bool Equals(FitEvidence? other) => other is not null
        && LogLikelihood.Equals(other.LogLikelihood)
        && Customers.Equals(other.Customers)
        && ListEquality.Equal(LogCovariance, other.LogCovariance);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(LogLikelihood, Customers, ListEquality.Hash(LogCovariance));
}
