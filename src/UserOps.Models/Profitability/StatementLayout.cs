using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>Where the figures of a statement stand in a flat row, so that a million of them can be added up column by column.</summary>
/// <remarks>First what every statement has, then three figures a balance, two an activity, two an exposure.</remarks>
internal sealed class StatementLayout : IEquatable<StatementLayout>
{
    internal const int Fees = 0;
    internal const int Interchange = 1;
    internal const int OtherExpectedLoss = 2;
    internal const int BenefitCost = 3;
    internal const int AcquisitionCost = 4;
    internal const int EconomicCapital = 5;
    internal const int Tax = 6;
    internal const int CapitalCharge = 7;
    private const int Fixed = 8;

    internal StatementLayout(ImmutableArray<(string Product, BalanceSide Side)> balances, ImmutableArray<string> activities, ImmutableArray<string> exposures)
    {
        Balances = balances;
        Activities = activities;
        Exposures = exposures;
    }

    internal ImmutableArray<(string Product, BalanceSide Side)> Balances { get; }

    internal ImmutableArray<string> Activities { get; }

    internal ImmutableArray<string> Exposures { get; }

    internal int Length => ExposureAt(Exposures.Length);

    internal static StatementLayout Of(CustomerProfitStatement statement) => new(
        [.. statement.Interest.Select(line => (line.Product, line.Side))],
        [.. statement.Activities.Select(line => line.Activity)],
        [.. statement.ExpectedLosses.Select(line => line.Product)]);

    /// <summary>Gets the layout that holds the lines of both: as they are where they are the same, else by name, so that it does not matter what is joined first.</summary>
    internal static StatementLayout Joined(StatementLayout a, StatementLayout b) => a.Equals(b)
        ? a
        : new(
            [.. a.Balances.Union(b.Balances).OrderBy(key => key.Product, StringComparer.Ordinal).ThenBy(key => key.Side)],
            [.. a.Activities.Union(b.Activities).Order(StringComparer.Ordinal)],
            [.. a.Exposures.Union(b.Exposures).Order(StringComparer.Ordinal)]);

    /// <summary>Gets where the figures of a balance begin: the balance, what customers get or give, the transfer price.</summary>
    internal static int BalanceAt(int balance) => Fixed + 3 * balance;

    /// <summary>Gets where the figures of an activity begin: the count, the cost.</summary>
    internal int ActivityAt(int activity) => BalanceAt(Balances.Length) + 2 * activity;

    /// <summary>Gets where the figures of an exposure begin: the exposure, the expected loss.</summary>
    internal int ExposureAt(int exposure) => ActivityAt(Activities.Length) + 2 * exposure;

    internal decimal NetInterestIncome(ReadOnlySpan<decimal> figures)
    {
        decimal income = 0;
        for (int i = 0; i < Balances.Length; i++)
        {
            decimal margin = figures[BalanceAt(i) + 2] - figures[BalanceAt(i) + 1];
            income += Balances[i].Side == BalanceSide.Liability ? margin : -margin;
        }

        return income;
    }

    internal decimal PreTaxProfit(ReadOnlySpan<decimal> figures)
    {
        decimal profit = NetInterestIncome(figures) + figures[Fees] + figures[Interchange]
            - figures[OtherExpectedLoss] - figures[BenefitCost] - figures[AcquisitionCost];
        for (int i = 0; i < Activities.Length; i++)
        {
            profit -= figures[ActivityAt(i) + 1];
        }

        for (int i = 0; i < Exposures.Length; i++)
        {
            profit -= figures[ExposureAt(i) + 1];
        }

        return profit;
    }

    /// <summary>Fills in the two figures that follow from the others.</summary>
    internal void Close(ProfitTerms terms, Span<decimal> figures)
    {
        figures[Tax] = ProfitabilityKernels.Line(PreTaxProfit(figures) * terms.TaxRate);
        figures[CapitalCharge] = ProfitabilityKernels.Accrued(figures[EconomicCapital], terms.CapitalChargeRate, terms.Period);
    }

    public bool Equals(StatementLayout? other) => other is not null
        && Balances.SequenceEqual(other.Balances) && Activities.SequenceEqual(other.Activities) && Exposures.SequenceEqual(other.Exposures);

    public override bool Equals(object? obj) => Equals(obj as StatementLayout);

    public override int GetHashCode() => HashCode.Combine(ListEquality.Hash(Balances), ListEquality.Hash(Activities), ListEquality.Hash(Exposures));
}
