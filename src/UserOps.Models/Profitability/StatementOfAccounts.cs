namespace UserOps.Models.Profitability;

/// <summary>Turns the accounts of one customer into a row of figures.</summary>
internal static class StatementOfAccounts
{
    /// <param name="accounts">Checked before, as the terms are.</param>
    /// <param name="terms">Currency, period and rates.</param>
    internal static CustomerProfitStatement Of(CustomerAccounts accounts, ProfitTerms terms)
    {
        var layout = new StatementLayout(
            [.. accounts.Balances.Select(balance => (balance.Product, balance.Side)).Distinct()],
            [.. accounts.Activities.Select(usage => usage.Activity).Distinct(StringComparer.Ordinal)],
            [.. accounts.Exposures.Select(exposure => exposure.Product).Distinct(StringComparer.Ordinal)],
            []);
        var figures = new decimal[layout.Length];
        figures[StatementLayout.Fees] = ProfitabilityKernels.Line(accounts.Fees);
        figures[StatementLayout.Interchange] = ProfitabilityKernels.Line(accounts.Interchange);
        figures[StatementLayout.OtherExpectedLoss] = ProfitabilityKernels.Line(accounts.OtherExpectedLoss);
        figures[StatementLayout.BenefitCost] = ProfitabilityKernels.Line(accounts.BenefitCost);
        figures[StatementLayout.AcquisitionCost] = ProfitabilityKernels.Line(accounts.AcquisitionCost);
        figures[StatementLayout.EconomicCapital] = ProfitabilityKernels.Line(accounts.EconomicCapital);
        AddLines(accounts, terms.Period, layout, figures);
        layout.Close(terms, figures);
        var totals = new StatementTotals(layout);
        totals.Add(figures);
        return totals.ToStatement(terms);
    }

    private static void AddLines(CustomerAccounts accounts, AccrualPeriod period, StatementLayout layout, Span<decimal> figures)
    {
        foreach (CustomerBalance balance in accounts.Balances)
        {
            int at = StatementLayout.BalanceAt(layout.Balances.IndexOf((balance.Product, balance.Side)));
            AddInterest(figures[at..], balance.AverageBalance, balance.CustomerRate, balance.TransferRate, period);
        }

        foreach (ActivityUsage usage in accounts.Activities)
        {
            AddActivity(figures[layout.ActivityAt(layout.Activities.IndexOf(usage.Activity))..], usage.Count, usage.UnitCost);
        }

        foreach (CreditExposure exposure in accounts.Exposures)
        {
            int at = layout.ExposureAt(layout.Exposures.IndexOf(exposure.Product));
            AddExposure(figures[at..], exposure.DefaultProbability, exposure.LossGivenDefault, exposure.ExposureAtDefault, period);
        }
    }

    internal static void AddInterest(Span<decimal> line, decimal balance, decimal customerRate, decimal transferRate, AccrualPeriod period)
    {
        line[0] += ProfitabilityKernels.Line(balance);
        line[1] += ProfitabilityKernels.Accrued(balance, customerRate, period);
        line[2] += ProfitabilityKernels.Accrued(balance, transferRate, period);
    }

    internal static void AddActivity(Span<decimal> line, decimal count, decimal unitCost)
    {
        line[0] += ProfitabilityKernels.Line(count);
        line[1] += ProfitabilityKernels.Line(count * unitCost);
    }

    internal static void AddExposure(Span<decimal> line, decimal defaultProbability, decimal lossGivenDefault, decimal exposure, AccrualPeriod period)
    {
        line[0] += ProfitabilityKernels.Line(exposure);
        line[1] += ProfitabilityKernels.Accrued(exposure, defaultProbability * lossGivenDefault, period);
    }
}
