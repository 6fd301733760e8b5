namespace UserOps.Models;

/// <summary>What ln G and its derivatives have beyond the leading terms of Stirling's formula: small and exact where the functions themselves are huge and cancel.</summary>
internal static class StirlingTails
{
    private const double HalfLogTwoPi = 0.918938533204672741780329736406;

    /// <summary>Gets ln G(z) - (z - 1/2) ln z + z - ln(2 pi) / 2.</summary>
    internal static double OfLogGamma(double z)
    {
        if (z < GammaFunctions.AsymptoticFrom)
        {
            return GammaFunctions.LogGamma(z) - (z - 0.5) * Math.Log(z) + z - HalfLogTwoPi;
        }

        double q = 1 / (z * z); // Abramowitz and Stegun 6.1.41
        return (1.0 / 12 - q * (1.0 / 360 - q * (1.0 / 1260 - q * (1.0 / 1680 - q * (1.0 / 1188 - q * 691.0 / 360360))))) / z;
    }

    /// <summary>Gets the first derivative of ln G less ln z - 1 / (2z).</summary>
    internal static double OfDigamma(double z)
    {
        if (z < GammaFunctions.AsymptoticFrom)
        {
            return GammaFunctions.Digamma(z) - Math.Log(z) + 0.5 / z;
        }

        double q = 1 / (z * z); // 6.3.18
        return -q * (1.0 / 12 - q * (1.0 / 120 - q * (1.0 / 252 - q * (1.0 / 240 - q * (1.0 / 132 - q * (691.0 / 32760 - q / 12))))));
    }

    /// <summary>Gets the second derivative of ln G less 1 / z + 1 / (2z^2).</summary>
    internal static double OfTrigamma(double z)
    {
        double q = 1 / (z * z);
        return z < GammaFunctions.AsymptoticFrom
            ? GammaFunctions.Trigamma(z) - 1 / z - q / 2
            : q / z * (1.0 / 6 - q * (1.0 / 30 - q * (1.0 / 42 - q * (1.0 / 30 - q * (5.0 / 66 - q * (691.0 / 2730 - q * (7.0 / 6))))))); // 6.4.12
    }
}
