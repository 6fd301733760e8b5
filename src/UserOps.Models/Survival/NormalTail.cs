using MathNet.Numerics;

namespace UserOps.Models.Survival;

/// <summary>The upper tail of the standard normal distribution, also where it is too small for a double.</summary>
internal static class NormalTail
{
    /// <summary>ln of the root of two pi.</summary>
    internal const double LogRootTwoPi = 0.91893853320467274178;

    private const double Far = 5; // from here the fraction below is exact within 60 terms
    private const int Terms = 60;

    /// <summary>ln S(z) = ln(1 - Phi(z)).</summary>
    internal static double LogSurvival(double z) => z switch
    {
        < 0 => LogOneMinus(SpecialFunctions.Erfc(-z / Constants.Sqrt2) / 2),
        < Far => Math.Log(SpecialFunctions.Erfc(z / Constants.Sqrt2) / 2),
        _ => -z * z / 2 - LogRootTwoPi - Math.Log(z + Above(z)),
    };

    /// <summary>phi(z) / S(z).</summary>
    internal static double Hazard(double z) => z < Far
        ? Math.Exp(-z * z / 2 - LogRootTwoPi - LogSurvival(z))
        : z + Above(z);

    /// <summary>The hazard less z, without the cancellation far out.</summary>
    internal static double HazardAbove(double z, double hazard) => z < Far ? hazard - z : Above(z);

    /// <summary>Laplace's continued fraction: hazard = z + 1/(z + 2/(z + 3/(z + ...))).</summary>
    private static double Above(double z)
    {
        double fraction = z;
        for (int term = Terms; term > 1; term--)
        {
            fraction = z + term / fraction;
        }

        return 1 / fraction;
    }

    private static double LogOneMinus(double x)
    {
        double rest = 1 - x;
        return rest == 1 ? -x : Math.Log(rest) * (x / (1 - rest));
    }
}
