namespace UserOps.Models.Value;

/// <summary>Arithmetic of a chance to leave, theta, that is beta distributed over customers: S(t) = B(alpha, beta + t) / B(alpha, beta).</summary>
internal static class ShiftedBetaGeometricKernels
{
    private const int Multiplied = 64; // periods whose rates are multiplied one by one; beyond them Stirling's series is exact
    private const double WidestStep = 0.25;
    private const double StepsPerDeviation = 2;
    private const double FarOut = 40; // e^-40 is below the rounding of 1
    private const double Negligible = 1e-18;

    /// <summary>Gets the share of customers who are still there after so many renewals.</summary>
    internal static double Survival(double alpha, double beta, long renewals)
    {
        double share = 1;
        int product = (int)Math.Min(renewals, Multiplied);
        for (int i = 1; i <= product; i++)
        {
            share *= Retention(alpha, beta, i);
        }

        return renewals <= Multiplied ? share : share * Math.Exp(RisingFactorial.LogRatioFar(beta + Multiplied, renewals - Multiplied, alpha));
    }

    /// <summary>Gets the share of those asked at a renewal who stay; renewals count from 1.</summary>
    internal static double Retention(double alpha, double beta, long renewal) => (beta + (renewal - 1)) / (alpha + beta + (renewal - 1));

    /// <summary>Gets the sum of S(t) / (1 + d)^t over all t from 0: the mean of (1 + d) / (d + theta). Infinite where d is 0 and alpha at most 1.</summary>
    internal static double DiscountedLifetime(double alpha, double beta, double discountRate)
        => discountRate > 0 ? (1 + discountRate) * MeanOfReciprocal(alpha, beta, discountRate)
            : alpha > 1 ? (alpha + beta - 1) / (alpha - 1)
            : double.PositiveInfinity;

    /// <summary>Gets what a customer just before a renewal is expected to stay for, discounted: the sum of S(n + t) / S(n - 1) / (1 + d)^t over all t from 0.</summary>
    internal static double DiscountedResidualLifetime(double alpha, double beta, long nextRenewal, double discountRate)

        // Who has made n - 1 renewals has a chance from the beta distribution with beta + n - 1; staying once more moves it on by one.
        => Retention(alpha, beta, nextRenewal) * DiscountedLifetime(alpha, beta + nextRenewal, discountRate);

    /// <summary>Gets the mean of 1 / (d + theta), d above 0.</summary>
    /// <remarks>
    /// Over u = ln(theta / (1 - theta)) every part of the integrand is analytic within pi of the line and falls exponentially, so equal steps converge
    /// faster than any power of their length, whatever alpha, beta and d; the tails, where it is a pure exponential, are geometric series. The density is
    /// summed beside it, over the same places, so no beta function is needed and common rounding cancels.
    /// </remarks>
    private static double MeanOfReciprocal(double alpha, double beta, double d)
    {
        double step = Math.Min(WidestStep, Math.Sqrt(1 / alpha + 1 / beta) / StepsPerDeviation);
        double center = Math.Log(alpha / beta);
        double top = LogDensity(alpha, beta, center);
        var sums = default(Sums);
        sums.Add(1, 1 / (d + LogOdds.Probability(center)));
        double left = Math.Min(0, Math.Log(d)) - FarOut;
        for (long k = 1; !sums.IsDone; k++)
        {
            double u = center - k * step;
            double density = Math.Exp(LogDensity(alpha, beta, u) - top);
            sums.Add(density, 1 / (d + LogOdds.Probability(u)));
            if (u < left)
            {
                sums.AddTail(density, 1 / d, alpha * step);
            }
        }

        sums.IsDone = false;
        for (long k = 1; !sums.IsDone; k++)
        {
            double u = center + k * step;
            double density = Math.Exp(LogDensity(alpha, beta, u) - top);
            sums.Add(density, 1 / (d + LogOdds.Probability(u)));
            if (u > FarOut)
            {
                sums.AddTail(density, 1 / (d + 1), beta * step);
            }
        }

        return sums.Mean;
    }

    private static double LogDensity(double alpha, double beta, double u) => -alpha * LogOdds.LogOnePlusExp(-u) - beta * LogOdds.LogOnePlusExp(u);

    private struct Sums
    {
        private double _density;
        private double _product;

        internal bool IsDone { get; set; }

        internal readonly double Mean => _product / _density;

        internal void Add(double density, double value)
        {
            _density += density;
            _product += density * value;
            IsDone = density <= Negligible * _density && density * value <= Negligible * _product;
        }

        /// <summary>Adds all further places, where the density falls by the same factor each time.</summary>
        internal void AddTail(double density, double value, double decay)
        {
            double rest = density * Math.Exp(-decay) / -NearZero.ExpMinusOne(-decay);
            _density += rest;
            _product += rest * value;
            IsDone = true;
        }
    }
}
