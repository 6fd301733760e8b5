using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>Customer lifetime value (LTV) in closed form, and over a retention curve that is known.</summary>
/// <remarks>
/// S. Gupta, D. R. Lehmann, Journal of Interactive Marketing 17(1), 2003, 9–24, for the closed form; the one with the first margin now is theirs plus
/// that margin. Cohorts of a dataset: <see cref="CohortLifetimeValueModel"/>; a lifetime that differs from user to user: <see cref="ShiftedBetaGeometricModel"/>.
/// </remarks>
public static class LifetimeValue
{
    /// <summary>Gets the value of a user whose margin and retention are the same in every period.</summary>
    /// <param name="marginPerPeriod">What a user who is there brings a period; may be negative.</param>
    /// <param name="retention">The share of users who are still there a period later; 0 to 1, both included.</param>
    /// <param name="discountRate">By how much money of the next period is worth less, a period; 0 or more.</param>
    /// <param name="timing">When the first margin comes in.</param>
    /// <param name="periods">How many margins are counted, 0 or more; null for ever.</param>
    /// <returns>
    /// In the unit of the margin. For ever m(1+d)/(1+d-r) with the first margin now, m r/(1+d-r) one period later. A double, because the sum for ever has
    /// no bound where users stay for ever and nothing is discounted (r = 1+d): there it is infinite, with the sign of the margin; 0 for a margin of 0.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The retention is no share, the discount is negative or no finite number, the number of periods is negative, or the timing is not one of the named ones.</exception>
    public static double Of(decimal marginPerPeriod, double retention, double discountRate, MarginTiming timing, int? periods = null)
    {
        RequireShare(retention, nameof(retention));
        RequireDiscount(discountRate, nameof(discountRate));
        RequireTiming(timing, nameof(timing));
        ArgumentOutOfRangeException.ThrowIfNegative(periods ?? 0, nameof(periods));
        double margin = (double)marginPerPeriod;
        double first = timing == MarginTiming.Now ? 1 : retention / (1 + discountRate);
        return margin == 0 || first == 0 ? 0 : margin * first * Annuity(retention, discountRate, periods);
    }

    /// <summary>Gets the value of a user over a retention curve, period by period, against what it cost to win the user.</summary>
    /// <param name="retention">The share of users who are there in each period; 0 to 1.</param>
    /// <param name="revenuePerPeriod">What a user who is there brings in each period; as long as the curve.</param>
    /// <param name="grossMargin">The share of revenue that is margin, 0 to 1.</param>
    /// <param name="discountRate">By how much money of the next period is worth less; 0 or more. The first period is not discounted.</param>
    /// <param name="acquisitionCost">What it cost to win the user; zero or more.</param>
    /// <returns>Values after each period, the period that pays the cost back, and LTV to CAC.</returns>
    /// <exception cref="InvalidDefinitionException">A number cannot be; every fault is in <c>Issues</c>, with the place in the definition that was made.</exception>
    public static UnitEconomicsResult OverCurve(
        ImmutableArray<decimal> retention,
        ImmutableArray<decimal> revenuePerPeriod,
        decimal grossMargin,
        decimal discountRate,
        decimal acquisitionCost) => new UnitEconomicsModel(new()
        {
            AcquisitionCost = acquisitionCost,
            MarginPerPeriod = revenuePerPeriod,
            GrossMargin = grossMargin,
            Retention = retention,
            DiscountRate = discountRate,
            Timing = MarginTiming.Now,
        }).Evaluate();

    internal static void RequireShare(double share, string name)
    {
        if (!(share >= 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(name, share, "A retention rate is a share, 0 to 1.");
        }
    }

    internal static void RequireDiscount(double rate, string name)
    {
        if (!(rate >= 0 && double.IsFinite(rate)))
        {
            throw new ArgumentOutOfRangeException(name, rate, "A discount rate is a finite number, 0 or more.");
        }
    }

    internal static void RequireTiming(MarginTiming timing, string name)
    {
        if (!Enum.IsDefined(timing))
        {
            throw new ArgumentOutOfRangeException(name, timing, "This is not one of the named timings.");
        }
    }

    // Sum of q^i over i = 0 .. periods - 1 with q = r/(1+d). Its closed form (1 - q^n)/(1 - q) loses its digits where q is nearly 1, so both differences
    // are taken before rounding can hide them.
    private static double Annuity(double retention, double discountRate, int? periods)
    {
        double loss = (discountRate + (1 - retention)) / (1 + discountRate);
        return periods is not { } count ? 1 / loss
            : loss == 0 || count == 0 ? count
            : loss == 1 ? 1
            : -NearZero.ExpMinusOne(count * NearZero.LogOnePlus(-loss)) / loss;
    }
}
