using MathNet.Numerics.Distributions;

namespace UserOps.Models.Survival;

/// <summary>The logarithms of the density and of the survival of the standard variables W, with derivatives, exact far into both tails.</summary>
internal static class StandardLifetime
{
    /// <summary>ln f(z), and its derivatives.</summary>
    internal static Curve LogDensity(LifetimeFamily family, double z)
    {
        switch (family)
        {
            case LifetimeFamily.LogNormal:
                return new(-z * z / 2 - NormalTail.LogRootTwoPi, -z, -1);
            case LifetimeFamily.LogLogistic:
                (double log, double share) = Logistic(z);
                return new(z - 2 * log, 1 - 2 * share, -2 * share * (1 - share));
            default:
                double power = Math.Exp(z);
                return new(z - power, 1 - power, -power);
        }
    }

    /// <summary>ln S(z), and its derivatives.</summary>
    internal static Curve LogSurvival(LifetimeFamily family, double z)
    {
        switch (family)
        {
            case LifetimeFamily.LogNormal:
                double hazard = NormalTail.Hazard(z);
                return new(NormalTail.LogSurvival(z), -hazard, -hazard * NormalTail.HazardAbove(z, hazard));
            case LifetimeFamily.LogLogistic:
                (double log, double share) = Logistic(z);
                return new(-log, -share, -share * (1 - share));
            default:
                double power = Math.Exp(z);
                return new(-power, -power, -power);
        }
    }

    /// <summary>The hazard f(z) / S(z).</summary>
    internal static double Hazard(LifetimeFamily family, double z) => -LogSurvival(family, z).Slope;

    /// <summary>The z that a share of <paramref name="probability"/> lies below.</summary>
    internal static double Quantile(LifetimeFamily family, double probability) => family switch
    {
        LifetimeFamily.LogNormal => Normal.InvCDF(0, 1, probability),
        LifetimeFamily.LogLogistic => Math.Log(probability / (1 - probability)),
        _ => Math.Log(-Math.Log(1 - probability)),
    };

    /// <summary>ln(1 + e^z) and e^z / (1 + e^z), without overflow.</summary>
    private static (double Log, double Share) Logistic(double z)
    {
        double small = Math.Exp(-Math.Abs(z));
        double log = Math.Max(z, 0) + LogOnePlus(small);
        return (log, z >= 0 ? 1 / (1 + small) : small / (1 + small));
    }

    // What is lost in 1 + x is put back: the quotient corrects the rounding.
    private static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
