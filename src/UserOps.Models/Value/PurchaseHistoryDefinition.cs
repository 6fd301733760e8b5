namespace UserOps.Models.Value;

/// <summary>How a log of events becomes a history of purchases: which events are purchases, what they are worth, and over what time. Plain data, JSON round-trip.</summary>
/// <remarks>
/// Nothing here is guessed: the published mistakes with these models are mistakes of units and of the end of observation. <see cref="PurchaseHistoryModel"/>
/// checks everything at once.
/// </remarks>
public sealed record PurchaseHistoryDefinition
{
    /// <summary>Gets the events that are purchases.</summary>
    public required EventFilter Purchases { get; init; }

    /// <summary>
    /// Gets the unit of times. All purchases of one of its local periods are one purchase: <c>new(CalendarUnit.Day, 7)</c> joins the purchases of a day and
    /// counts time in sevens of days, <c>new(CalendarUnit.Week)</c> joins those of a calendar week, from the context's first day of the week.
    /// </summary>
    public required PurchaseTimeUnit Unit { get; init; }

    /// <summary>Gets the column of the spend; null where money does not matter. A purchase of a negative amount is a purchase, and stays negative in the sum. <c>content.x</c> reads a column of the contents.</summary>
    public AmountField? Amount { get; init; }

    /// <summary>
    /// Gets the events that take money back; null for none. The size of the amount, whatever its sign, is taken off the spend of the user's latest period with
    /// a purchase up to then. A refund is no purchase, even where it passes <see cref="Purchases"/> too.
    /// </summary>
    public EventFilter? Refunds { get; init; }

    /// <summary>
    /// Gets the last local date of the observation, the whole day inside; null for the date of the last purchase in the log. What comes later is dropped before
    /// anything else. Shards of a log must be given a date: each has a last purchase of its own.
    /// </summary>
    public DateOnly? End { get; init; }
}
