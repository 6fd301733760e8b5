using System.Runtime.CompilerServices;

namespace UserOps.Models.Value;

/// <summary>The formulas of the beta-geometric models over one customer, in logarithms; nothing here allocates.</summary>
/// <remarks>
/// d is 0 for BG and 1 for MBG, k the regularity, R = r + k x, n = x + d. Likelihood: G(R) alpha^r / (G(r) B(a,b)) (S + D), where S is for a customer who is
/// there still and D for one who left after the last purchase.
/// </remarks>
internal static class BetaGeometricKernels
{
    /// <summary>Gets the logarithm of the odds of having left, D / S; minus infinity where nobody can have left.</summary>
    internal static double LogOddsOfLeaving(in BetaGeometricLaw law, int x, double lastAge, double age)
    {
        int chances = x + law.Extra;
        if (chances == 0)
        {
            return double.NegativeInfinity;
        }

        double count = law.R + (double)law.Regularity * x;
        return Math.Log(law.A / (law.B + (chances - 1)))
            + count * NearZero.LogOnePlus((age - lastAge) / (law.Alpha + lastAge))
            - LogCalm(law, count, age - lastAge, age);
    }

    internal static double ProbabilityAlive(in BetaGeometricLaw law, int x, double lastAge, double age)
        => LogOdds.Probability(-LogOddsOfLeaving(law, x, lastAge, age));

    /// <summary>Gets the log-likelihood of one customer, without what depends on no parameter.</summary>
    internal static double LogLikelihood(in BetaGeometricLaw law, int x, double lastAge, double age)
    {
        int chances = x + law.Extra;
        double count = law.R + (double)law.Regularity * x;
        return RisingFactorial.Log(law.R, law.Regularity * x)
            + LogStaying(law, chances)
            - count * NearZero.LogOnePlus(age / law.Alpha)
            - (double)law.Regularity * x * Math.Log(law.Alpha)
            + LogCalm(law, count, age - lastAge, age)
            + LogOdds.LogOnePlusExp(LogOddsOfLeaving(law, x, lastAge, age));
    }

    /// <summary>Gets ln B(a, b + n) / B(a, b): staying n times.</summary>
    internal static double LogStaying(in BetaGeometricLaw law, int chances)
        => RisingFactorial.Log(law.B, chances) - RisingFactorial.Log(law.A + law.B, chances);

    /// <summary>Gets the probability of n repeat purchases by a time.</summary>
    internal static double ProbabilityOf(in BetaGeometricLaw law, int purchases, double age)
    {
        double y = age / law.Alpha;
        int chances = purchases + law.Extra;
        double stayed = Math.Exp(LogStaying(law, chances)) * NegativeBinomialKernels.ProbabilityOf(law.R, y, law.Regularity * purchases, law.Regularity);
        if (chances == 0)
        {
            return stayed;
        }

        double leaving = law.A / (law.B + (chances - 1)) * Math.Exp(LogStaying(law, chances));
        return stayed + leaving * NegativeBinomialKernels.ProbabilityOfAtLeast(law.R, y, law.Regularity * purchases);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double LogCalm(in BetaGeometricLaw law, double count, double since, double age)
        => law.Regularity == 1 ? 0 : CalmStretch.Of(law.Regularity, law.R, law.Alpha, count, since, age).Value;
}
