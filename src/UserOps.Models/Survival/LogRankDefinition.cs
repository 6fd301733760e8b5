namespace UserOps.Models.Survival;

/// <summary>What is asked of a log-rank test. Plain data, JSON round-trip.</summary>
public sealed record LogRankDefinition
{
    /// <summary>
    /// Gets the power of the weight S(t-)^rho, zero or more: 0 (default) is the log-rank test, 1 that of Peto and Peto, which looks more at early
    /// times. S is the Kaplan-Meier curve of all groups together, within each stratum.
    /// </summary>
    public double Rho { get; init; }

    /// <summary>Gets how the p-values of pairs are corrected; null (default) for no pairs.</summary>
    public PairwiseCorrection? Pairs { get; init; }
}
