namespace UserOps.Models.Value;

/// <summary>Which events are revenue, how refunds come off it, and what is left of it as margin.</summary>
/// <remarks>
/// An event that is both revenue and refund is a refund. An event without an amount, or without a cost where costs are read, is in no sum: it is
/// counted. Plain data, JSON round-trip; the models that take it check it.
/// </remarks>
public sealed record RevenueDefinition
{
    /// <summary>Gets the events that bring revenue, such as a payment. Their amounts are taken with their sign.</summary>
    public required EventFilter Events { get; init; }

    /// <summary>Gets the column of the amounts, of revenue and refunds alike; an event's own, or <c>content.x</c>.</summary>
    public required AmountField Amount { get; init; }

    /// <summary>Gets the events that take revenue back; their amounts are subtracted, with whichever sign they are written. Null for none.</summary>
    public EventFilter? Refunds { get; init; }

    /// <summary>Gets the column of what an event cost, in the currency of the amounts; a refund takes its cost back too. Null where costs are not known event by event.</summary>
    public AmountField? Cost { get; init; }

    /// <summary>Gets the share of revenue that is margin, 0 to 1 with at most six digits after the point; null where it is not known, or follows from <see cref="Cost"/>.</summary>
    public decimal? GrossMargin { get; init; }
}
