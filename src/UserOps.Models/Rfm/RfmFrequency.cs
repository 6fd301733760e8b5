namespace UserOps.Models.Rfm;

/// <summary>What the second axis counts.</summary>
public enum RfmFrequency
{
    /// <summary>The local dates with a purchase: three payments at one counter on one day are one visit. The usual choice.</summary>
    PurchaseDays,

    /// <summary>The purchases themselves.</summary>
    Purchases,
}
