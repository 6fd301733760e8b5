using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>Where the figures of a statement stand in a flat row, so that a million of them can be added up column by column.</summary>
/// <remarks>First what every statement has, then three figures a balance, two an activity, two an exposure, and one a source of an amount.</remarks>
internal sealed class StatementLayout : IEquatable<StatementLayout>
{
    internal const int Fees = (int)ProfitItem.Fees;
    internal const int Interchange = (int)ProfitItem.Interchange;
    internal const int OtherExpectedLoss = (int)ProfitItem.OtherExpectedLoss;
    internal const int BenefitCost = (int)ProfitItem.BenefitCost;
    internal const int AcquisitionCost = (int)ProfitItem.AcquisitionCost;
    internal const int EconomicCapital = (int)ProfitItem.EconomicCapital;
    internal const int Tax = 6;
    internal const int CapitalCharge = 7;
    private const int Fixed = 8;

    internal StatementLayout(
        ImmutableArray<(string Product, BalanceSide Side)> balances,
        ImmutableArray<string> activities,
        ImmutableArray<string> exposures,
        ImmutableArray<(ProfitItem Item, string Name)> amounts)
    {
        Amounts = amounts;
        Balances = balances;
        Activities = activities;
        Exposures = exposures;
    }

    internal ImmutableArray<(string Product, BalanceSide Side)> Balances { get; }

    internal ImmutableArray<string> Activities { get; }

    internal ImmutableArray<string> Exposures { get; }

    internal ImmutableArray<(ProfitItem Item, string Name)> Amounts { get; }

    internal int Length => AmountAt(Amounts.Length);

    internal static StatementLayout Of(CustomerProfitStatement statement) => new(
        [.. statement.Interest.Select(line => (line.Product, line.Side))],
        [.. statement.Activities.Select(line => line.Activity)],
        [.. statement.ExpectedLosses.Select(line => line.Product)],
        [.. statement.Amounts.Select(line => (line.Item, line.Name))]);

    internal static StatementLayout Of(CustomerProfitDefinition definition) => new(
        [.. definition.Balances.Select(balance => (balance.Product, balance.Side))],
        [.. definition.Activities.Select(activity => activity.Activity)],
        [.. definition.Exposures.Select(exposure => exposure.Product)],
        [.. Items(definition).SelectMany(item => item.Sources.Select(source => (item.Item, source.LineName))).Distinct()]);

    /// <summary>Lists the parts that are sums of amounts, with their place in the definition.</summary>
    internal static (ProfitItem Item, ImmutableArray<AmountSource> Sources, string Path)[] Items(CustomerProfitDefinition definition) =>
    [
        (ProfitItem.Fees, definition.Fees, "/fees"),
        (ProfitItem.Interchange, definition.Interchange, "/interchange"),
        (ProfitItem.OtherExpectedLoss, definition.OtherExpectedLoss, "/otherExpectedLoss"),
        (ProfitItem.BenefitCost, definition.BenefitCost, "/benefitCost"),
        (ProfitItem.AcquisitionCost, definition.AcquisitionCost, "/acquisitionCost"),
        (ProfitItem.EconomicCapital, definition.EconomicCapital, "/economicCapital"),
    ];

    /// <summary>Gets the layout that holds the lines of both: as they are where they are the same, else by name, so that it does not matter what is joined first.</summary>
    internal static StatementLayout Joined(StatementLayout a, StatementLayout b) => a.Equals(b)
        ? a
        : new(
            [.. a.Balances.Union(b.Balances).OrderBy(key => key.Product, StringComparer.Ordinal).ThenBy(key => key.Side)],
            [.. a.Activities.Union(b.Activities).Order(StringComparer.Ordinal)],
            [.. a.Exposures.Union(b.Exposures).Order(StringComparer.Ordinal)],
            [.. a.Amounts.Union(b.Amounts).OrderBy(key => key.Item).ThenBy(key => key.Name, StringComparer.Ordinal)]);

    /// <summary>Gets where the figures of a balance begin: the balance, what customers get or give, the transfer price.</summary>
    internal static int BalanceAt(int balance) => Fixed + 3 * balance;

    /// <summary>Gets where the figures of an activity begin: the count, the cost.</summary>
    internal int ActivityAt(int activity) => BalanceAt(Balances.Length) + 2 * activity;

    /// <summary>Gets where the figures of an exposure begin: the exposure, the expected loss.</summary>
    internal int ExposureAt(int exposure) => ActivityAt(Activities.Length) + 2 * exposure;

    /// <summary>Gets where the figure of a source of an amount is.</summary>
    internal int AmountAt(int amount) => ExposureAt(Exposures.Length) + amount;

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
        && Balances.SequenceEqual(other.Balances) && Activities.SequenceEqual(other.Activities) && Exposures.SequenceEqual(other.Exposures)
        && Amounts.SequenceEqual(other.Amounts);

    public override bool Equals(object? obj) => Equals(obj as StatementLayout);

    public override int GetHashCode() => HashCode.Combine(ListEquality.Hash(Balances), ListEquality.Hash(Activities), ListEquality.Hash(Exposures), ListEquality.Hash(Amounts));
}
