namespace UserOps.Models.Value;

/// <summary>The counts of some users; sums of whole numbers, so that their order shows nowhere.</summary>
internal sealed class PurchaseTally
{
    internal long Events { get; set; }

    internal long Purchases { get; set; }

    internal long WithoutAmount { get; set; }

    internal long WithoutSpend { get; set; }

    internal long AfterEnd { get; set; }

    internal long Refunds { get; set; }

    internal long RefundsWithoutAmount { get; set; }

    internal long RefundsWithoutPurchase { get; set; }

    internal void Add(PurchaseTally other)
    {
        Events += other.Events;
        Purchases += other.Purchases;
        WithoutAmount += other.WithoutAmount;
        WithoutSpend += other.WithoutSpend;
        AfterEnd += other.AfterEnd;
        Refunds += other.Refunds;
        RefundsWithoutAmount += other.RefundsWithoutAmount;
        RefundsWithoutPurchase += other.RefundsWithoutPurchase;
    }
}
