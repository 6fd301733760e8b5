namespace UserOps.Models.Value;

/// <summary>One period of a user while it is read: what was paid in it and what was taken back.</summary>
internal struct PurchasePeriod
{
    internal int Number;
    internal Int128 Paid;
    internal bool IsPaidKnown;
    internal Int128 Refunded;
    internal int Refunds;

    /// <summary>Takes over refunds that belong to this period.</summary>
    internal void Join(in PurchasePeriod refunds)
    {
        Refunded += refunds.Refunded;
        Refunds += refunds.Refunds;
    }
}
