using System.Collections.Immutable;

namespace UserOps.Models.Retention;

/// <summary>The shapes of retention curves, by what each period takes away.</summary>
internal static class RetentionCurves
{
    /// <summary>Gets how many values a shape has.</summary>
    internal static int Parameters(RetentionCurveFamily family) => family == RetentionCurveFamily.Exponential ? 1 : 2;

    /// <summary>Gets -ln(S(t) / S(t - 1)), the share kept in one period as a logarithm: exact also where next to nobody is lost.</summary>
    /// <param name="family">The shape.</param>
    /// <param name="values">Its values.</param>
    /// <param name="period">t, 1 or later.</param>
    internal static double Loss(RetentionCurveFamily family, ReadOnlySpan<double> values, int period) => family switch
    {
        RetentionCurveFamily.Power => period == 1 ? -Math.Log(values[0]) : values[1] * Math.Log((double)period / (period - 1)),
        RetentionCurveFamily.Exponential => -Math.Log(values[0]),
        RetentionCurveFamily.Weibull => -Math.Log(values[0]) * (Math.Pow(period, values[1]) - Math.Pow(period - 1, values[1])),
        _ => LogOnePlus(values[0] / (values[1] + period - 1)),
    };

    /// <summary>Gets S(t).</summary>
    internal static double RateAt(RetentionCurveFamily family, ReadOnlySpan<double> values, int period) => family switch
    {
        _ when period == 0 => 1,
        RetentionCurveFamily.Power => values[0] * Math.Pow(period, -values[1]),
        RetentionCurveFamily.Exponential => Math.Pow(values[0], period),
        RetentionCurveFamily.Weibull => Math.Pow(values[0], Math.Pow(period, values[1])),
        _ => BetaRatio(values[0], values[1], period),
    };

    /// <summary>Makes values of what a search moves: numbers without bounds.</summary>
    internal static ImmutableArray<double> ValuesAt(RetentionCurveFamily family, ReadOnlySpan<double> place) => family switch
    {
        RetentionCurveFamily.Power => [1 / (1 + Math.Exp(-place[0])), Math.Exp(place[1])],
        RetentionCurveFamily.Exponential => [Math.Exp(-Math.Exp(place[0]))],
        RetentionCurveFamily.Weibull => [Math.Exp(-Math.Exp(place[0])), Math.Exp(place[1])],
        _ => [Math.Exp(place[0]), Math.Exp(place[1])],
    };

    /// <summary>Says whether values make a curve.</summary>
    internal static bool AreValid(RetentionCurveFamily family, ReadOnlySpan<double> values)
    {
        bool isShare = family != RetentionCurveFamily.ShiftedBetaGeometric;
        return values.Length == Parameters(family)
            && (isShare ? values[0] is > 0 and <= 1 : values[0] > 0 && double.IsFinite(values[0]))
            && (values.Length == 1 || (values[1] > 0 && double.IsFinite(values[1])));
    }

    // S(t) as a product, which no gamma function of a far period can overflow.
    private static double BetaRatio(double alpha, double beta, int periods)
    {
        double loss = 0;
        for (int period = 1; period <= periods; period++)
        {
            loss += LogOnePlus(alpha / (beta + period - 1));
        }

        return Math.Exp(-loss);
    }

    // ln(1 + x) for x >= 0, with all its digits for a small x (W. Kahan's quotient).
    private static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
