namespace UserOps.Models;

/// <summary>Functions whose plain formulas lose their digits near zero.</summary>
internal static class NearZero
{
    private const double Plain = 0.5;
    private const double SeriesUpTo = 0.01; // the first term left out is 1e-16 of the first one kept

    /// <summary>Gets ln(1 + x), to the last digits also where x is tiny.</summary>
    /// <param name="x">Above -1.</param>
    internal static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        if (Math.Abs(x) > Plain)
        {
            return Math.Log(sum);
        }

        // What the sum lost is made good by the same quotient (W. Kahan).
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>Gets ln(1 + x) - x.</summary>
    /// <param name="x">0 or more.</param>
    internal static double LogOnePlusLess(double x)
        => x > SeriesUpTo ? LogOnePlus(x) - x
        : -x * x * (1.0 / 2 - x * (1.0 / 3 - x * (1.0 / 4 - x * (1.0 / 5 - x * (1.0 / 6 - x * (1.0 / 7 - x * (1.0 / 8 - x / 9)))))));

    /// <summary>Gets e^x - 1, to the last digits also where x is tiny.</summary>
    internal static double ExpMinusOne(double x)
    {
        double power = Math.Exp(x);
        if (Math.Abs(x) > Plain)
        {
            return power - 1;
        }

        return power == 1 ? x : (power - 1) * (x / Math.Log(power));
    }

    /// <summary>Gets (1 - e^-x) / x, which is 1 at 0: the mean of e^-xt for t from 0 to 1.</summary>
    internal static double MeanDecay(double x) => x == 0 ? 1 : -ExpMinusOne(-x) / x;
}
