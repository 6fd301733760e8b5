using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>What is asked about the share of customers who are active in the period of 'as of' (月活率), and about the assets they hold.</summary>
/// <remarks>
/// One period, and not a series: who is a customer and what they hold is known for one instant alone. Plain data, JSON round-trip. Nothing is checked
/// here; <see cref="ActivityRateModel"/> checks everything at once.
/// </remarks>
public sealed record ActivityRateDefinition
{
    /// <summary>Initializes a new instance of the <see cref="ActivityRateDefinition"/> class: of a month, over everybody, without assets.</summary>
    public ActivityRateDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal ActivityRateDefinition(CalendarUnit unit = CalendarUnit.Month) => Unit = unit;

    /// <summary>Gets what makes a user active.</summary>
    public required ActiveUserDefinition Activity { get; init; }

    /// <summary>Gets the period: the one that contains 'as of'. Default: the calendar month.</summary>
    public CalendarUnit Unit { get; init; } = CalendarUnit.Month;

    /// <summary>Gets who is a customer; null, the default, for the users given with the data, or for everybody. Either way
    /// only users who were seen by 'as of' count: those with a row in the user table, and those with an event by then.</summary>
    public SegmentRule? Customers { get; init; }

    /// <summary>Gets the column of the user table with the assets of each; null, the default, to leave them out.</summary>
    public AmountField? Assets { get; init; }
}
