namespace UserOps.Models.Profitability;

/// <summary>How much of a year a statement covers, as a fraction that need not end: three months are 3 of 12, 90 days are 90 of 365.</summary>
/// <remarks>
/// Plain data, JSON round-trip, allowed to be wrong; a model refuses counts below 1. It scales what is a rate per year: interest, probabilities
/// of default, the charge on capital. Whatever is an amount already (fees, benefits, counts of activities) is taken as of the period itself.
/// </remarks>
public sealed record AccrualPeriod
{
    /// <summary>Gets a whole year, which scales nothing.</summary>
    public static AccrualPeriod Year { get; } = new() { Units = 1, UnitsPerYear = 1 };

    /// <summary>Gets how many units the period has: months, days, quarters; at least 1.</summary>
    public required int Units { get; init; }

    /// <summary>Gets how many such units a year has by the convention of the rates: 12 months, 365 or 360 days; at least 1.</summary>
    public required int UnitsPerYear { get; init; }

    /// <summary>Makes a period of months, each a twelfth of a year.</summary>
    /// <param name="months">At least 1.</param>
    public static AccrualPeriod Months(int months) => new() { Units = months, UnitsPerYear = ProfitabilityDefaults.MonthsPerYear };

    /// <summary>Makes a period of days.</summary>
    /// <param name="days">At least 1.</param>
    /// <param name="daysPerYear">The day count convention: 365 (default), or 360.</param>
    public static AccrualPeriod Days(int days, int daysPerYear = ProfitabilityDefaults.DaysPerYear) => new() { Units = days, UnitsPerYear = daysPerYear };
}
