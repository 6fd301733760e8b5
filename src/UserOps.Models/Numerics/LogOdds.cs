namespace UserOps.Models;

/// <summary>Probabilities and the logarithms of their odds, for odds of any size.</summary>
internal static class LogOdds
{
    /// <summary>Gets ln(1 + e^x).</summary>
    internal static double LogOnePlusExp(double x) => x > 0 ? x + NearZero.LogOnePlus(Math.Exp(-x)) : NearZero.LogOnePlus(Math.Exp(x));

    /// <summary>Gets the probability 1 / (1 + e^-x).</summary>
    internal static double Probability(double x) => 1 / (1 + Math.Exp(-x));
}
