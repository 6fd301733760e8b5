using MathNet.Numerics.Distributions;

namespace UserOps.Models.Value;

/// <summary>Where a prediction lies, given how well the parameters behind it are known: the delta method on a scale without bounds.</summary>
/// <remarks>It says how uncertain an expectation is, not how far a single customer may be from it.</remarks>
internal static class PredictionInterval
{
    /// <summary>Gets the interval of a number that is above zero, built on its logarithm.</summary>
    /// <param name="logs">The logarithms of the parameters; shape [parameters].</param>
    /// <param name="logCovariance">Their covariance; shape [parameters, parameters].</param>
    /// <param name="prediction">The number as a function of the logarithms.</param>
    /// <param name="level">Above 0 and below 1.</param>
    /// <returns>A number that is 0 is 0 with certainty.</returns>
    internal static Interval OfPositive(ReadOnlySpan<double> logs, ReadOnlySpan<double> logCovariance, Func<double[], double> prediction, double level)
        => Of(logs, logCovariance, at => Math.Log(prediction(at)), level) is var (low, high) && !double.IsNaN(low)
            ? new(Math.Exp(low), Math.Min(double.MaxValue, Math.Exp(high)))
            : new(prediction(logs.ToArray()), prediction(logs.ToArray()));

    /// <summary>Gets the interval of a probability, built on the logarithm of its odds.</summary>
    /// <inheritdoc cref="OfPositive"/>
    /// <returns>A probability of 0 or 1 is that with certainty.</returns>
    internal static Interval OfProbability(ReadOnlySpan<double> logs, ReadOnlySpan<double> logCovariance, Func<double[], double> prediction, double level)
        => Of(logs, logCovariance, at => prediction(at) is var p ? Math.Log(p / (1 - p)) : 0, level) is var (low, high) && !double.IsNaN(low)
            ? new(1 / (1 + Math.Exp(-low)), 1 / (1 + Math.Exp(-high)))
            : new(prediction(logs.ToArray()), prediction(logs.ToArray()));

    private static (double Low, double High) Of(ReadOnlySpan<double> logs, ReadOnlySpan<double> logCovariance, Func<double[], double> function, double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        double[] at = logs.ToArray();
        double middle = function(at);
        if (!double.IsFinite(middle))
        {
            return (double.NaN, double.NaN);
        }

        var gradient = new double[at.Length];
        for (int i = 0; i < at.Length; i++)
        {
            gradient[i] = (Moved(at, i, ValueDefaults.LogDifference, function) - Moved(at, i, -ValueDefaults.LogDifference, function)) / (2 * ValueDefaults.LogDifference);
        }

        double variance = 0;
        for (int i = 0; i < logCovariance.Length; i++)
        {
            variance += gradient[i / at.Length] * logCovariance[i] * gradient[i % at.Length];
        }

        double reach = -Normal.InvCDF(0, 1, (1 - level) / 2) * Math.Sqrt(Math.Max(0, variance));
        return (middle - reach, middle + reach);
    }

    private static double Moved(double[] at, int parameter, double by, Func<double[], double> function)
    {
        double[] moved = [.. at];
        moved[parameter] += by;
        return function(moved);
    }
}
