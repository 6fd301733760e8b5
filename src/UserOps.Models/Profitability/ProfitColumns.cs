namespace UserOps.Models.Profitability;

/// <summary>The profit of every user, in units of the last digit of a line. Blocks of users hold whole words of the bitmaps, so threads do not meet.</summary>
internal sealed class ProfitColumns(CustomerProfitPlan plan, int users)
{
    internal Int128[] PreTaxUnits { get; } = new Int128[users];

    internal Int128[] EconomicUnits { get; } = new Int128[users];

    /// <summary>Gets one bit per ordinal: set for users with a statement.</summary>
    internal ulong[] WithStatement { get; } = new ulong[BitKernels.WordsFor(users)];

    /// <summary>Gets one bit per ordinal: set for users who were there and have none.</summary>
    internal ulong[] LeftOut { get; } = new ulong[BitKernels.WordsFor(users)];

    /// <summary>Takes the figures of a user.</summary>
    /// <returns>The profit before tax.</returns>
    internal decimal Add(int user, ReadOnlySpan<decimal> figures)
    {
        decimal preTax = plan.Layout.PreTaxProfit(figures);
        PreTaxUnits[user] = ProfitabilityKernels.UnitsOf(preTax);
        EconomicUnits[user] = ProfitabilityKernels.UnitsOf(preTax - figures[StatementLayout.Tax] - figures[StatementLayout.CapitalCharge]);
        WithStatement[user >> 6] |= 1UL << (user & 63);
        return preTax;
    }

    internal void LeaveOut(int user) => LeftOut[user >> 6] |= 1UL << (user & 63);
}
