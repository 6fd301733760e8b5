using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>What is asked about the profit of every user (用户盈利能力): where each line of a statement comes from.</summary>
/// <remarks>
/// Plain data, JSON round-trip. Nothing is checked here; <see cref="CustomerProfitModel"/> checks everything at once. Columns speak of the
/// period of the terms; events count from <see cref="From"/> to 'as of', which should be the same period.
/// </remarks>
public sealed record CustomerProfitDefinition
{
    /// <summary>Gets the currency, the period and the rates that hold for everybody.</summary>
    public required ProfitTerms Terms { get; init; }

    /// <summary>Gets where the period begins: events before it do not count. A date means its first instant; null, the default, for all events up to 'as of'.</summary>
    public DateOrInstant? From { get; init; }

    /// <summary>Gets the deposits and loans. Default: none.</summary>
    public ImmutableArray<BalanceSource> Balances
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets what adds up to the fees. Default: nothing.</summary>
    public ImmutableArray<AmountSource> Fees
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets what adds up to the interchange of card payments. Default: nothing.</summary>
    public ImmutableArray<AmountSource> Interchange
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets the services that cost something. Default: none.</summary>
    public ImmutableArray<ActivitySource> Activities
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets what may not be paid back. Default: nothing.</summary>
    public ImmutableArray<ExposureSource> Exposures
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets what adds up to expected loss found elsewhere. Default: nothing.</summary>
    public ImmutableArray<AmountSource> OtherExpectedLoss
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets what adds up to the cost of benefits. Default: nothing.</summary>
    public ImmutableArray<AmountSource> BenefitCost
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets what adds up to the cost of acquisition in the period. Default: nothing.</summary>
    public ImmutableArray<AmountSource> AcquisitionCost
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets what adds up to the economic capital; zero or more for each user. Default: nothing.</summary>
    public ImmutableArray<AmountSource> EconomicCapital
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <inheritdoc/>
    public bool Equals(CustomerProfitDefinition? other) => other is not null
        && Terms == other.Terms
        && From == other.From
        && ListEquality.Equal(Balances, other.Balances)
        && ListEquality.Equal(Fees, other.Fees)
        && ListEquality.Equal(Interchange, other.Interchange)
        && ListEquality.Equal(Activities, other.Activities)
        && ListEquality.Equal(Exposures, other.Exposures)
        && ListEquality.Equal(OtherExpectedLoss, other.OtherExpectedLoss)
        && ListEquality.Equal(BenefitCost, other.BenefitCost)
        && ListEquality.Equal(AcquisitionCost, other.AcquisitionCost)
        && ListEquality.Equal(EconomicCapital, other.EconomicCapital);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Terms);
        hash.Add(From);
        hash.Add(ListEquality.Hash(Balances));
        hash.Add(ListEquality.Hash(Activities));
        hash.Add(ListEquality.Hash(Exposures));
        foreach (ImmutableArray<AmountSource> amounts in (ReadOnlySpan<ImmutableArray<AmountSource>>)[Fees, Interchange, OtherExpectedLoss, BenefitCost, AcquisitionCost, EconomicCapital])
        {
            hash.Add(ListEquality.Hash(amounts));
        }

        return hash.ToHashCode();
    }
}
