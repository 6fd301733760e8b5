namespace UserOps.Models.Portraits;

/// <summary>The arithmetic of target group indices.</summary>
internal static class TargetGroupIndexKernels
{
    /// <summary>Gets why counts have no index; null when they have one.</summary>
    internal static UndefinedReason? Obstacle(TargetGroupCounts counts)
        => counts.TargetTotal == 0 ? UndefinedReason.EmptyTarget
        : counts.BaseTotal == 0 ? UndefinedReason.EmptyPopulation
        : counts.BaseWith == 0 ? UndefinedReason.ZeroBase
        : null;

    /// <summary>Gets the ratio of the shares. Multiplied before it is divided, so that equal shares give exactly 1.</summary>
    internal static double Ratio(TargetGroupCounts counts)
        => (double)((Int128)counts.TargetWith * counts.BaseTotal) / (double)((Int128)counts.TargetTotal * counts.BaseWith);

    /// <summary>
    /// Gets the standard error of the logarithm of the ratio by the delta method, the target being part of the base: with x of n in the target and y of
    /// N in the base, ln(x/n) - ln(y/N) moves by 1/x - 1/y for a user of the target and by -1/y for one outside.
    /// </summary>
    /// <param name="counts">Somebody of the target has the feature.</param>
    internal static double StandardErrorLog(TargetGroupCounts counts)
    {
        double x = counts.TargetWith, n = counts.TargetTotal, y = counts.BaseWith, others = counts.BaseTotal - counts.TargetTotal;
        double p = x / n;
        double q = others == 0 ? 0 : (y - x) / others;
        double inside = (1 / x - 1 / y) * (1 / x - 1 / y) * n * p * (1 - p);
        return Math.Sqrt(inside + others * q * (1 - q) / (y * y));
    }
}
