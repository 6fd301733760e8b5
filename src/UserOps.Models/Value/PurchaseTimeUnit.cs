using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>What a time of 1 means in a purchase history and in the parameters fitted to it: so many days, weeks or months.</summary>
public sealed record PurchaseTimeUnit
{
    /// <summary>Initializes a new instance of the <see cref="PurchaseTimeUnit"/> class.</summary>
    /// <param name="period">Days, weeks or months.</param>
    /// <param name="count">How many of them are a time of 1; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is not one of the three, or the count is below 1.</exception>
    [JsonConstructor]
    public PurchaseTimeUnit(CalendarUnit period, int count = 1)
    {
        if (period is not (CalendarUnit.Day or CalendarUnit.Week or CalendarUnit.Month))
        {
            throw new ArgumentOutOfRangeException(nameof(period), period, "Purchases are told apart by day, week or month.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Period = period;
        Count = count;
    }

    /// <summary>Gets the unit of the calendar.</summary>
    public CalendarUnit Period { get; }

    /// <summary>Gets how many of them are a time of 1; 7 days are a week wherever it begins.</summary>
    public int Count { get; }

    /// <summary>Writes the unit: <c>7 days</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Count} {Period switch { CalendarUnit.Week => "week", CalendarUnit.Month => "month", _ => "day" }}{(Count == 1 ? "" : "s")}");
}
