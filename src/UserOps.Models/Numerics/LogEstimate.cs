using MathNet.Numerics.Distributions;

namespace UserOps.Models;

/// <summary>What follows from an estimate on a logarithmic scale and its standard error, whatever it is an estimate of.</summary>
internal static class LogEstimate
{
    /// <summary>Gets exp of the estimate; no number without one, or where no double holds it.</summary>
    internal static Measure<double> Ratio(Measure<double> estimate)
        => estimate.Value is { } value && Math.Exp(value) is var ratio and < double.PositiveInfinity ? ratio : UndefinedReason.NoSolution;

    /// <summary>Gets the two-sided p-value of no influence: the estimate in standard errors, by the normal distribution.</summary>
    internal static Measure<double> PValue(Measure<double> estimate, Measure<double> standardError)
        => (estimate.Value, standardError.Value) is ({ } value, > 0 and { } error)
            ? 2 * Normal.CDF(0, 1, -Math.Abs(value / error))
            : UndefinedReason.NoSolution;

    /// <summary>Gets exp of the estimate plus and minus so many standard errors; null without an estimate. A limit no double holds is <see cref="double.MaxValue"/>.</summary>
    internal static Interval? RatioInterval(Measure<double> estimate, Measure<double> standardError, double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        if ((estimate.Value, standardError.Value) is not ({ } value, { } error))
        {
            return null;
        }

        double reach = -Normal.InvCDF(0, 1, (1 - level) / 2) * error;
        return new(Math.Min(double.MaxValue, Math.Exp(value - reach)), Math.Min(double.MaxValue, Math.Exp(value + reach)));
    }
}
