using System.Text.Json.Serialization;

namespace UserOps.Models.Lifecycle;

/// <summary>The second sign of a leaving user: the amounts of a recent period against those of the base period before it.</summary>
/// <remarks>
/// Days are 24 hours, so that both periods have their length whatever the clocks do: recent is the last <see cref="RecentDays"/> up to 'as of', which
/// is included, and the base the <see cref="BaseDays"/> before that. Where amounts follow the week, take whole weeks.
/// </remarks>
public sealed record ChurnAmounts
{
    /// <summary>Initializes a new instance of the <see cref="ChurnAmounts"/> class that warns of three tenths less.</summary>
    public ChurnAmounts()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal ChurnAmounts(decimal trendLimit = ChurnDefaults.TrendLimit) => TrendLimit = trendLimit;

    /// <summary>Gets the events whose amounts count.</summary>
    public required EventFilter Events { get; init; }

    /// <summary>Gets the column of the amounts, with its currency. An event without an amount adds nothing, and is counted.</summary>
    public required AmountField Amount { get; init; }

    /// <summary>Gets the days of the recent period, 1 to 3,653.</summary>
    public required int RecentDays { get; init; }

    /// <summary>Gets the days of the base period, 1 to 3,653; its total is compared per the same length.</summary>
    public required int BaseDays { get; init; }

    /// <summary>Gets the trend at and below which the sign passes, from -1, nothing left, to less than 0. Default: -0.3.</summary>
    public decimal TrendLimit { get; init; } = ChurnDefaults.TrendLimit;
}
