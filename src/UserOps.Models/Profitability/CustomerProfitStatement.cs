using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Profitability;

/// <summary>The profit statement of a customer, or of many (用户盈利能力): every line kept, exact decimals, one currency. JSON round-trip, mergeable.</summary>
/// <remarks>
/// Each line is rounded once, half to even at the tenth digit after the point, where it arises; all sums of lines are exact, so the
/// statement of a segment is the sum of its users' statements to the last digit. What is derived from lines is computed, not stored.
/// </remarks>
public sealed partial record CustomerProfitStatement
{
    /// <summary>Gets the currency, the period and the rates that hold for everybody.</summary>
    public required ProfitTerms Terms { get; init; }

    /// <summary>Gets how many customers the statement is of; 1 for the statement of one.</summary>
    public required long Users { get; init; }

    /// <summary>Gets a line per product and side, in the order in which they were given.</summary>
    public required ImmutableArray<InterestLine> Interest { get; init; }

    /// <summary>Gets the fees paid by customers.</summary>
    public required decimal Fees { get; init; }

    /// <summary>Gets the interchange of their card payments.</summary>
    public required decimal Interchange { get; init; }

    /// <summary>Gets a line per activity.</summary>
    public required ImmutableArray<ActivityCostLine> Activities { get; init; }

    /// <summary>Gets a line per product that may not be paid back.</summary>
    public required ImmutableArray<ExpectedLossLine> ExpectedLosses { get; init; }

    /// <summary>
    /// Gets a line per source of fees, interchange, other expected loss, benefits, acquisition and capital, in the order of the definition. Empty for a
    /// statement made of accounts, which name no sources.
    /// </summary>
    public ImmutableArray<AmountLine> Amounts
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets expected loss that was found elsewhere.</summary>
    public required decimal OtherExpectedLoss { get; init; }

    /// <summary>Gets what benefits cost.</summary>
    public required decimal BenefitCost { get; init; }

    /// <summary>Gets the part of the cost of acquisition that belongs to the period.</summary>
    public required decimal AcquisitionCost { get; init; }

    /// <summary>Gets the tax: the profit before tax at the rate of the terms; negative for a loss.</summary>
    public required decimal Tax { get; init; }

    /// <summary>Gets the capital held against unexpected loss.</summary>
    public required decimal EconomicCapital { get; init; }

    /// <summary>Gets what that capital had to earn in the period.</summary>
    public required decimal CapitalCharge { get; init; }

    /// <summary>Gets net interest income (净利息收入): deposits earn transfer less customer rate, loans the reverse.</summary>
    [JsonIgnore]
    public decimal NetInterestIncome => DecimalDigits.Shortest(Interest.Sum(line => line.NetInterestIncome));

    /// <summary>Gets fees and interchange.</summary>
    [JsonIgnore]
    public decimal FeeIncome => DecimalDigits.Shortest(Fees + Interchange);

    /// <summary>Gets what serving cost: all activities (服务成本).</summary>
    [JsonIgnore]
    public decimal CostToServe => DecimalDigits.Shortest(Activities.Sum(line => line.Cost));

    /// <summary>Gets the expected loss of the exposures and what was found elsewhere.</summary>
    [JsonIgnore]
    public decimal ExpectedLoss => DecimalDigits.Shortest(ExpectedLosses.Sum(line => line.Amount) + OtherExpectedLoss);

    /// <summary>Gets interest and fees less cost to serve, expected loss, benefits and acquisition.</summary>
    [JsonIgnore]
    public decimal PreTaxProfit => DecimalDigits.Shortest(NetInterestIncome + FeeIncome - CostToServe - ExpectedLoss - BenefitCost - AcquisitionCost);

    /// <summary>Gets the profit less tax.</summary>
    [JsonIgnore]
    public decimal AfterTaxProfit => DecimalDigits.Shortest(PreTaxProfit - Tax);

    /// <summary>Gets what is left when the capital has earned its due: profit after tax less the charge on capital.</summary>
    [JsonIgnore]
    public decimal EconomicProfit => DecimalDigits.Shortest(AfterTaxProfit - CapitalCharge);

    /// <summary>
    /// Gets the risk-adjusted return on capital, as a fraction per year: profit after tax, scaled to a year, over the economic capital. The capital
    /// itself earns nothing here; <see cref="RiskAdjustedReturn.Of"/> takes a rate for it. Without a number where there is no capital.
    /// </summary>
    [JsonIgnore]
    public Measure<decimal> Raroc => EconomicCapital == 0 ? UndefinedReason.ZeroBase
        : EconomicCapital < 0 ? UndefinedReason.NegativeBase
        : AfterTaxProfit * Terms.Period.UnitsPerYear / Terms.Period.Units / EconomicCapital;

    /// <summary>Makes the statement of one customer.</summary>
    /// <param name="accounts">What the customer brings and costs.</param>
    /// <param name="terms">Currency, period and rates.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidDefinitionException">The accounts or the terms cannot be; every fault is in <c>Issues</c>, accounts under <c>/accounts</c>, terms under <c>/terms</c>.</exception>
    /// <exception cref="OverflowException">A figure is 7.9 x 10^18 or more.</exception>
    public static CustomerProfitStatement Of(CustomerAccounts accounts, ProfitTerms terms)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(terms);
        InvalidDefinitionException.ThrowIfAny(CustomerAccountsRules.Check(accounts, terms));
        return StatementOfAccounts.Of(accounts, terms);
    }

    /// <inheritdoc/>
    public bool Equals(CustomerProfitStatement? other) => other is not null
        && Terms == other.Terms
        && Users == other.Users
        && ListEquality.Equal(Interest, other.Interest)
        && Fees == other.Fees
        && Interchange == other.Interchange
        && ListEquality.Equal(Activities, other.Activities)
        && ListEquality.Equal(ExpectedLosses, other.ExpectedLosses)
        && ListEquality.Equal(Amounts, other.Amounts)
        && OtherExpectedLoss == other.OtherExpectedLoss
        && BenefitCost == other.BenefitCost
        && AcquisitionCost == other.AcquisitionCost
        && Tax == other.Tax
        && EconomicCapital == other.EconomicCapital
        && CapitalCharge == other.CapitalCharge;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Terms, Users, ListEquality.Hash(Interest), ListEquality.Hash(Activities), Fees, Tax, EconomicCapital);
}
