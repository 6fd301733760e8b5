namespace UserOps.Models.Value;

/// <summary>Limits of what is told of revenue and its worth, each named once.</summary>
internal static class RevenueDefaults
{
    /// <summary>Twenty-seven years of days: beyond it a count is a typing error.</summary>
    internal const int MaximumPeriods = 10_000;

    /// <summary>Cells of one table: a thousand cohorts of a thousand periods.</summary>
    internal const int MaximumCells = 1_000_000;

    /// <summary>Cells of the tables of all breakdown values together; a cell of money takes six times the memory of a count, in every thread.</summary>
    internal const int MaximumBreakdownCells = 2_000_000;

    /// <summary>Digits of a gross margin: with them the share of the largest sum is still exact.</summary>
    internal const int GrossMarginScale = 6;

    /// <summary>The largest amount of a period in unit economics: ten thousand of them, with 28 digits, still fit a decimal.</summary>
    internal const decimal LargestAmount = 1_000_000_000_000_000_000m;

    /// <summary>The largest discount rate of a period: beyond it nothing of the next period is left.</summary>
    internal const decimal LargestDiscountRate = 1_000_000m;
}
