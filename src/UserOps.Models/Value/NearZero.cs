namespace UserOps.Models.Value;

/// <summary>Exponential and logarithm where their argument is nearly 0 or 1, without the digits that a difference loses; the framework's own lose them.</summary>
/// <remarks>W. Kahan's formulas: the rounding of 1 + x, or of e^x, is made once and used twice, so that it cancels.</remarks>
internal static class NearZero
{
    /// <summary>Gets ln(1 + x), x above -1.</summary>
    internal static double LogOnePlus(double x)
    {
        double rounded = 1 + x;
        return rounded == 1 ? x : Math.Log(rounded) * (x / (rounded - 1));
    }

    /// <summary>Gets e^x - 1.</summary>
    internal static double ExpMinusOne(double x)
    {
        double rounded = Math.Exp(x);
        double difference = rounded - 1;
        return rounded == 1 ? x
            : difference == -1 || double.IsPositiveInfinity(rounded) ? difference
            : difference * (x / Math.Log(rounded));
    }
}
