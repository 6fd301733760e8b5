using System.Text.Json.Serialization;

namespace UserOps.Models.Profitability;

/// <summary>What holds for every customer of a question about profit: the currency, the period, and the rates of tax and of the charge on capital.</summary>
/// <remarks>Plain data, JSON round-trip, allowed to be wrong; whatever takes it checks it.</remarks>
public sealed record ProfitTerms
{
    /// <summary>Initializes a new instance of the <see cref="ProfitTerms"/> class: of a whole year, without tax and without a charge on capital.</summary>
    public ProfitTerms()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal ProfitTerms(AccrualPeriod? period = null) => Period = period ?? AccrualPeriod.Year;

    /// <summary>Gets the ISO 4217 code of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>Gets how much of a year a statement covers. Default: a whole one.</summary>
    public AccrualPeriod Period { get; init; } = AccrualPeriod.Year;

    /// <summary>Gets what capital has to earn, as a fraction per year, 0 or more. Default: 0, no charge.</summary>
    public decimal CapitalChargeRate { get; init; }

    /// <summary>Gets the rate of tax, 0 to 1; a loss is relieved at the same rate. Default: 0.</summary>
    public decimal TaxRate { get; init; }
}
