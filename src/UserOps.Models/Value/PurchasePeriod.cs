namespace UserOps.Models.Value;

/// <summary>One period of a user while it is read: what was paid in it and what was taken back.</summary>
internal struct PurchasePeriod
{
    internal int Number;
    internal int Events;
    internal int EventsWithoutAmount;
    internal Int128 Paid;
    internal Int128 Refunded;
    internal int Refunds;

    /// <summary>Gets whether all that was paid is known: one missing amount leaves the sum a part of it, and a part is no spend.</summary>
    internal readonly bool IsPaidKnown => EventsWithoutAmount == 0;

    /// <summary>Takes over refunds that belong to this period.</summary>
    internal void Join(in PurchasePeriod refunds)
    {
        Refunded += refunds.Refunded;
        Refunds += refunds.Refunds;
    }
}
