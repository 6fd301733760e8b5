namespace UserOps.Models.Lifecycle;

/// <summary>What the warning says of one user, in numbers.</summary>
public readonly record struct ChurnAssessment
{
    /// <summary>Gets the verdict.</summary>
    public required ChurnState State { get; init; }

    /// <summary>Gets why it is unknown; null where it is known.</summary>
    public ChurnUnknownReason? UnknownBecause { get; init; }

    /// <summary>
    /// Gets the risk score, 0 to 1: a score and no probability. At least 0.5 exactly where the user is warned. Without a value where the state is
    /// unknown, for the same reason as the sign that is missing.
    /// </summary>
    /// <remarks>
    /// Each sign scores x / (1 + x), x the part of its limit it has come to: the gap ratio over its limit, the fall over its limit (a rise is 0). The
    /// score is that of the weaker sign where both must pass, of the stronger where either will do, of the gap where it stands alone; a sign
    /// that does not exist leaves the score to the one that decides. It never falls when the gap grows or the recent amounts shrink.
    /// </remarks>
    public required Measure<double> Score { get; init; }

    /// <summary>
    /// Gets the current gap over the usual one; <see cref="UndefinedReason.EmptyPopulation"/> without activity, <see cref="UndefinedReason.TooFew"/>
    /// with fewer gaps than the rhythm needs.
    /// </summary>
    public required Measure<double> GapRatio { get; init; }

    /// <summary>Gets whether the gap ratio reaches its limit; null without a ratio. Decided in decimals, not by the rounded ratio.</summary>
    public required bool? GapPasses { get; init; }

    /// <summary>
    /// Gets (recent - base) / base of the amounts, the base per the length of the recent period, exact to the digits of a decimal;
    /// <see cref="UndefinedReason.ZeroBase"/> over a base of zero, <see cref="UndefinedReason.NoSolution"/> over a negative one. Null where no amounts are asked for.
    /// </summary>
    public required Measure<decimal>? AmountTrend { get; init; }

    /// <summary>Gets whether the trend of the amounts reaches its limit; null without a trend.</summary>
    public required bool? AmountsPass { get; init; }
}
