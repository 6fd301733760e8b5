using System.Text.Json.Serialization;

namespace UserOps.Models.Profitability;

/// <summary>Risk-adjusted return on capital (RAROC, 风险调整资本回报): what is left after expected loss, costs and tax, over the economic capital it ties up.</summary>
/// <remarks>Amounts of one currency and one period; immutable, JSON round-trip.</remarks>
public sealed record RiskAdjustedReturn
{
    [JsonConstructor]
    internal RiskAdjustedReturn(decimal riskAdjustedProfit, decimal economicCapital)
    {
        RequireCapital(economicCapital);
        RiskAdjustedProfit = riskAdjustedProfit;
        EconomicCapital = economicCapital;
    }

    /// <summary>Gets the profit after expected loss, costs and tax; negative for a loss.</summary>
    public decimal RiskAdjustedProfit { get; }

    /// <summary>Gets the capital held against unexpected loss; more than 0.</summary>
    public decimal EconomicCapital { get; }

    /// <summary>Gets the profit over the capital, a fraction per the period of the profit.</summary>
    [JsonIgnore]
    public decimal Raroc => RiskAdjustedProfit / EconomicCapital;

    /// <summary>Gets the return of a portfolio, a product or a customer.</summary>
    /// <param name="revenue">Interest, fees and whatever else comes in.</param>
    /// <param name="expectedLoss">PD x LGD x EAD of the period; zero or more.</param>
    /// <param name="operatingCost">What serving costs.</param>
    /// <param name="fundingCost">What the money lent out costs; 0 where the revenue is net of it.</param>
    /// <param name="economicCapital">The capital held against unexpected loss; more than 0, as there is no return on no capital.</param>
    /// <param name="capitalReturnRate">What the capital itself earns in the period, as a fraction; default 0.</param>
    /// <param name="taxRate">The rate of tax, as a fraction, 0 to 1; a loss is relieved at the same rate. Default 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The economic capital is zero or negative, the expected loss is negative, or the rate of tax is outside 0 to 1.</exception>
    /// <exception cref="OverflowException">A sum is more than a decimal holds.</exception>
    /// <remarks>
    /// Profit = (revenue - expected loss - operating cost - funding cost + rate x capital)(1 - tax). J. C. Hull, Risk Management and Financial
    /// Institutions, example 16.5.
    /// </remarks>
    public static RiskAdjustedReturn Of(
        decimal revenue,
        decimal expectedLoss,
        decimal operatingCost,
        decimal fundingCost,
        decimal economicCapital,
        decimal capitalReturnRate = 0,
        decimal taxRate = 0)
    {
        if (expectedLoss < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(expectedLoss), expectedLoss, "An expected loss is zero or more.");
        }

        if (!ExpectedLoss.IsShare(taxRate))
        {
            throw new ArgumentOutOfRangeException(nameof(taxRate), taxRate, "A rate of tax is 0 to 1.");
        }

        RequireCapital(economicCapital);
        decimal beforeTax = revenue - expectedLoss - operatingCost - fundingCost + capitalReturnRate * economicCapital;
        return new(beforeTax * (1 - taxRate), economicCapital);
    }

    private static void RequireCapital(decimal economicCapital)
    {
        if (economicCapital <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(economicCapital), economicCapital, "Economic capital is more than 0: there is no return on no capital.");
        }
    }
}
