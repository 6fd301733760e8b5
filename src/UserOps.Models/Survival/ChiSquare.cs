using MathNet.Numerics;

namespace UserOps.Models.Survival;

/// <summary>The chi-square distribution, as far as tests need it.</summary>
internal static class ChiSquare
{
    /// <summary>Gets the probability of a value at least as large; keeps its digits where it is tiny.</summary>
    /// <param name="statistic">Zero or more.</param>
    /// <param name="degreesOfFreedom">1 or more.</param>
    internal static double UpperTail(double statistic, int degreesOfFreedom) => degreesOfFreedom == 1
        ? SpecialFunctions.Erfc(Math.Sqrt(statistic / 2))
        : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2.0, statistic / 2);
}
