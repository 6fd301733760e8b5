namespace UserOps.Models.Value;

/// <summary>One purchase of a user: the events of one period.</summary>
public sealed record PurchaseExplanation
{
    /// <summary>Gets the first local date of the period.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>Gets the purchase events of the period; at least 1.</summary>
    public required int Events { get; init; }

    /// <summary>Gets those of them without an amount; 0 where no column of money is named.</summary>
    public required int EventsWithoutAmount { get; init; }

    /// <summary>Gets the refunds that belong to the purchase, also of later days.</summary>
    public required int Refunds { get; init; }

    /// <summary>Gets what was spent, refunds taken off, exact; null where an event has no amount, or no column of money is named.</summary>
    public decimal? Spend { get; init; }

    internal static PurchaseExplanation Of(PurchasePlan plan, in PurchasePeriod period) => new()
    {
        FirstDay = plan.Periods.FirstDayOf(period.Number),
        Events = period.Events,
        EventsWithoutAmount = period.EventsWithoutAmount,
        Refunds = period.Refunds,
        Spend = plan.Amounts is { } amounts && period.IsPaidKnown ? DecimalUnits.ToDecimal(period.Paid - period.Refunded, amounts.Scale) : null,
    };
}
