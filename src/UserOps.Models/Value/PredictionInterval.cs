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
    /// <returns>A number that is 0 is 0 with certainty. Null where the prediction, or one beside it, is not finite.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    internal static Interval? OfPositive(ReadOnlySpan<double> logs, ReadOnlySpan<double> logCovariance, Func<double[], double> prediction, double level)
    {
        RequireLevel(level);
        double value = prediction(logs.ToArray());
        return value == 0 ? new Interval(0, 0)
            : Of(logs, logCovariance, at => Math.Log(prediction(at)), level) is var (low, high) ? new Interval(Math.Exp(low), Math.Min(double.MaxValue, Math.Exp(high)))
            : null;
    }

    /// <inheritdoc cref="OfPositive(ReadOnlySpan{double}, ReadOnlySpan{double}, Func{double[], double}, double)"/>
    /// <param name="logs">The logarithms of the parameters; shape [parameters].</param>
    /// <param name="evidence">With their covariance; null where no fit left any, and then there is no interval.</param>
    /// <param name="prediction">The number as a function of the logarithms.</param>
    /// <param name="level">Above 0 and below 1; checked first.</param>
    internal static Interval? OfPositive(ReadOnlySpan<double> logs, FitEvidence? evidence, Func<double[], double> prediction, double level)
    {
        RequireLevel(level);
        return evidence is null ? null : OfPositive(logs, evidence.LogCovariance.AsSpan(), prediction, level);
    }

    /// <summary>Gets the interval of a probability, built on the logarithm of its odds.</summary>
    /// <param name="logs">The logarithms of the parameters; shape [parameters].</param>
    /// <param name="evidence">With their covariance; null where no fit left any, and then there is no interval.</param>
    /// <param name="prediction">The probability as a function of the logarithms.</param>
    /// <param name="level">Above 0 and below 1; checked first.</param>
    /// <returns>A probability of 0 or 1 is that with certainty. Null where one beside it is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    internal static Interval? OfProbability(ReadOnlySpan<double> logs, FitEvidence? evidence, Func<double[], double> prediction, double level)
    {
        RequireLevel(level);
        if (evidence is null)
        {
            return null;
        }

        double value = prediction(logs.ToArray());
        return value is 0 or 1 ? new Interval(value, value)
            : Of(logs, evidence.LogCovariance.AsSpan(), at => prediction(at) is var p ? Math.Log(p / (1 - p)) : 0, level) is var (low, high)
                ? new Interval(LogOdds.Probability(low), LogOdds.Probability(high))
            : null;
    }

    internal static void RequireLevel(double level)
    {
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A level of confidence is above 0 and below 1.");
        }
    }

    private static (double Low, double High)? Of(ReadOnlySpan<double> logs, ReadOnlySpan<double> logCovariance, Func<double[], double> function, double level)
    {
        double[] at = logs.ToArray();
        double middle = function(at);
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
        return double.IsFinite(middle) && double.IsFinite(reach) ? (middle - reach, middle + reach) : null;
    }

    private static double Moved(double[] at, int parameter, double by, Func<double[], double> function)
    {
        double[] moved = [.. at];
        moved[parameter] += by;
        return function(moved);
    }
}
