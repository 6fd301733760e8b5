using MathNet.Numerics;

namespace UserOps.Models;

/// <summary>Logarithms of gamma and beta functions and their derivatives, for positive arguments.</summary>
internal static class GammaFunctions
{
    private const double AsymptoticFrom = 15;

    /// <summary>Gets ln G(x).</summary>
    internal static double LogGamma(double x) => SpecialFunctions.GammaLn(x);

    /// <summary>Gets ln B(a, b).</summary>
    internal static double LogBeta(double a, double b) => SpecialFunctions.BetaLn(a, b);

    /// <summary>Gets the first derivative of ln G.</summary>
    internal static double Digamma(double x)
    {
        // Up to where the asymptotic series (Abramowitz and Stegun 6.3.18) holds to the last bit, by the recurrence.
        double sum = 0;
        for (; x < AsymptoticFrom; x++)
        {
            sum -= 1 / x;
        }

        double q = 1 / (x * x);
        return sum + Math.Log(x) - 0.5 / x
            - q * (1.0 / 12 - q * (1.0 / 120 - q * (1.0 / 252 - q * (1.0 / 240 - q * (1.0 / 132 - q * (691.0 / 32760 - q / 12))))));
    }

    /// <summary>Gets the second derivative of ln G.</summary>
    internal static double Trigamma(double x)
    {
        double sum = 0;
        for (; x < AsymptoticFrom; x++)
        {
            sum += 1 / (x * x);
        }

        double q = 1 / (x * x); // Abramowitz and Stegun 6.4.12
        return sum + 1 / x + q / 2
            + q / x * (1.0 / 6 - q * (1.0 / 30 - q * (1.0 / 42 - q * (1.0 / 30 - q * (5.0 / 66 - q * (691.0 / 2730 - q * (7.0 / 6)))))));
    }
}
