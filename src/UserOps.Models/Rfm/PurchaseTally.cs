namespace UserOps.Models.Rfm;

/// <summary>What one pass over purchases counted beside the users.</summary>
internal sealed class PurchaseTally
{
    internal long Purchases { get; set; }

    internal long WithoutAmount { get; set; }

    internal long Reversed { get; set; }

    internal void Add(PurchaseTally other)
    {
        Purchases += other.Purchases;
        WithoutAmount += other.WithoutAmount;
        Reversed += other.Reversed;
    }
}
