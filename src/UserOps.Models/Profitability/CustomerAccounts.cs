using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>Everything one customer brings and costs in a period: what a statement is made from. Amounts are of the period, rates per year.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="CustomerProfitStatement.Of"/> checks everything at once.</remarks>
public sealed record CustomerAccounts
{
    /// <summary>Gets the deposits and loans. Default: none.</summary>
    public ImmutableArray<CustomerBalance> Balances
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the fees the customer paid. Default: 0.</summary>
    public decimal Fees { get; init; }

    /// <summary>Gets the share of merchants' fees that the customer's card payments brought. Default: 0.</summary>
    public decimal Interchange { get; init; }

    /// <summary>Gets the services used, with the cost of one. Default: none.</summary>
    public ImmutableArray<ActivityUsage> Activities
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets what may not be paid back. Default: nothing.</summary>
    public ImmutableArray<CreditExposure> Exposures
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets expected loss that was found elsewhere, of the period and in addition to the exposures. Default: 0.</summary>
    public decimal OtherExpectedLoss { get; init; }

    /// <summary>Gets what benefits given to the customer cost. Default: 0.</summary>
    public decimal BenefitCost { get; init; }

    /// <summary>Gets the part of the cost of acquiring the customer that belongs to this period. Default: 0.</summary>
    public decimal AcquisitionCost { get; init; }

    /// <summary>Gets the capital held against unexpected loss; zero or more. Default: 0.</summary>
    public decimal EconomicCapital { get; init; }

    /// <inheritdoc/>
    public bool Equals(CustomerAccounts? other) => other is not null
        && ListEquality.Equal(Balances, other.Balances)
        && Fees == other.Fees
        && Interchange == other.Interchange
        && ListEquality.Equal(Activities, other.Activities)
        && ListEquality.Equal(Exposures, other.Exposures)
        && OtherExpectedLoss == other.OtherExpectedLoss
        && BenefitCost == other.BenefitCost
        && AcquisitionCost == other.AcquisitionCost
        && EconomicCapital == other.EconomicCapital;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        ListEquality.Hash(Balances), Fees, Interchange, ListEquality.Hash(Activities), ListEquality.Hash(Exposures), OtherExpectedLoss, BenefitCost, HashCode.Combine(AcquisitionCost, EconomicCapital));
}
