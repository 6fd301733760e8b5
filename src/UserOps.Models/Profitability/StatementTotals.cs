namespace UserOps.Models.Profitability;

/// <summary>Adds up statements figure by figure, in whole units of the last digit: exact, so their order shows nowhere.</summary>
internal sealed class StatementTotals(StatementLayout layout)
{
    private readonly Int128[] _units = new Int128[layout.Length];
    private long _users;

    internal void Add(ReadOnlySpan<decimal> figures)
    {
        _users++;
        for (int i = 0; i < _units.Length; i++)
        {
            _units[i] += ProfitabilityKernels.UnitsOf(figures[i]);
        }
    }

    internal void Add(StatementTotals other)
    {
        _users += other._users;
        for (int i = 0; i < _units.Length; i++)
        {
            _units[i] += other._units[i];
        }
    }

    /// <summary>Adds a statement whose lines all have a place here.</summary>
    internal void Add(CustomerProfitStatement statement)
    {
        _users += statement.Users;
        AddAt(StatementLayout.Fees, statement.Fees);
        AddAt(StatementLayout.Interchange, statement.Interchange);
        AddAt(StatementLayout.OtherExpectedLoss, statement.OtherExpectedLoss);
        AddAt(StatementLayout.BenefitCost, statement.BenefitCost);
        AddAt(StatementLayout.AcquisitionCost, statement.AcquisitionCost);
        AddAt(StatementLayout.EconomicCapital, statement.EconomicCapital);
        AddAt(StatementLayout.Tax, statement.Tax);
        AddAt(StatementLayout.CapitalCharge, statement.CapitalCharge);
        foreach (InterestLine line in statement.Interest)
        {
            int at = StatementLayout.BalanceAt(layout.Balances.IndexOf((line.Product, line.Side)));
            AddAt(at, line.AverageBalance);
            AddAt(at + 1, line.CustomerInterest);
            AddAt(at + 2, line.TransferInterest);
        }

        foreach (ActivityCostLine line in statement.Activities)
        {
            int at = layout.ActivityAt(layout.Activities.IndexOf(line.Activity));
            AddAt(at, line.Count);
            AddAt(at + 1, line.Cost);
        }

        foreach (ExpectedLossLine line in statement.ExpectedLosses)
        {
            int at = layout.ExposureAt(layout.Exposures.IndexOf(line.Product));
            AddAt(at, line.ExposureAtDefault);
            AddAt(at + 1, line.Amount);
        }

        foreach (AmountLine line in statement.Amounts)
        {
            AddAt(layout.AmountAt(layout.Amounts.IndexOf((line.Item, line.Name))), line.Amount);
        }
    }

    /// <exception cref="OverflowException">A sum is 7.9 x 10^18 or more.</exception>
    internal CustomerProfitStatement ToStatement(ProfitTerms terms) => new()
    {
        Terms = terms,
        Users = _users,
        Interest = [.. layout.Balances.Select((key, i) => new InterestLine
        {
            Product = key.Product,
            Side = key.Side,
            AverageBalance = At(StatementLayout.BalanceAt(i)),
            CustomerInterest = At(StatementLayout.BalanceAt(i) + 1),
            TransferInterest = At(StatementLayout.BalanceAt(i) + 2),
        })],
        Fees = At(StatementLayout.Fees),
        Interchange = At(StatementLayout.Interchange),
        Activities = [.. layout.Activities.Select((name, i) => new ActivityCostLine { Activity = name, Count = At(layout.ActivityAt(i)), Cost = At(layout.ActivityAt(i) + 1) })],
        ExpectedLosses = [.. layout.Exposures.Select((name, i) => new ExpectedLossLine { Product = name, ExposureAtDefault = At(layout.ExposureAt(i)), Amount = At(layout.ExposureAt(i) + 1) })],
        Amounts = [.. layout.Amounts.Select((key, i) => new AmountLine { Item = key.Item, Name = key.Name, Amount = At(layout.AmountAt(i)) })],
        OtherExpectedLoss = At(StatementLayout.OtherExpectedLoss),
        BenefitCost = At(StatementLayout.BenefitCost),
        AcquisitionCost = At(StatementLayout.AcquisitionCost),
        Tax = At(StatementLayout.Tax),
        EconomicCapital = At(StatementLayout.EconomicCapital),
        CapitalCharge = At(StatementLayout.CapitalCharge),
    };

    private void AddAt(int place, decimal figure) => _units[place] += ProfitabilityKernels.UnitsOf(figure);

    private decimal At(int place) => ProfitabilityKernels.FromUnits(_units[place]);
}
