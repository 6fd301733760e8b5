namespace UserOps.Models.Rfm;

/// <summary>What a refund does to the money of its user. Recency and frequency stay: the purchase was made.</summary>
public enum RfmRefundPolicy
{
    /// <summary>
    /// The refund is subtracted: its size, whatever sign the data store it with. It counts where its own instant lies in the window, as in a cash book,
    /// also for a purchase before the window.
    /// </summary>
    Net,

    /// <summary>The money stays as it was paid; refunds are counted and otherwise ignored.</summary>
    Ignore,
}
