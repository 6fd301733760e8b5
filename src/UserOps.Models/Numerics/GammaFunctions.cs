using MathNet.Numerics;

namespace UserOps.Models;

/// <summary>Logarithms of gamma and beta functions and their derivatives, for positive arguments.</summary>
internal static class GammaFunctions
{
    internal const double AsymptoticFrom = 15;

    /// <summary>Gets ln G(x).</summary>
    internal static double LogGamma(double x) => SpecialFunctions.GammaLn(x);

    /// <summary>Gets ln B(a, b).</summary>
    internal static double LogBeta(double a, double b) => SpecialFunctions.BetaLn(a, b);

    /// <summary>Gets the first derivative of ln G.</summary>
    internal static double Digamma(double x)
    {
        // Up to where the asymptotic series holds to the last bit, by the recurrence.
        double sum = 0;
        for (; x < AsymptoticFrom; x++)
        {
            sum -= 1 / x;
        }

        return sum + Math.Log(x) - 0.5 / x + StirlingTails.OfDigamma(x);
    }

    /// <summary>Gets the second derivative of ln G.</summary>
    internal static double Trigamma(double x)
    {
        double sum = 0;
        for (; x < AsymptoticFrom; x++)
        {
            sum += 1 / (x * x);
        }

        return sum + 1 / x + 1 / (x * x) / 2 + StirlingTails.OfTrigamma(x);
    }
}
