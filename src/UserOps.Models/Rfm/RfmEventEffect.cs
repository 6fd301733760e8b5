namespace UserOps.Models.Rfm;

/// <summary>What an event did to the measures of its user.</summary>
public enum RfmEventEffect
{
    /// <summary>It counted: a purchase in all axes, a refund in the money, an engagement on the third axis.</summary>
    Counted,

    /// <summary>It counted, but has no amount to add or to subtract.</summary>
    WithoutAmount,

    /// <summary>It lies before the window.</summary>
    BeforeWindow,

    /// <summary>A reversal has taken it back.</summary>
    TakenBack,

    /// <summary>A refund that the definition lets lie.</summary>
    Ignored,

    /// <summary>A refund with nothing to be subtracted from: money is not asked, or its user has no purchase with an amount in the window.</summary>
    SubtractsNothing,

    /// <summary>A reversal that takes back a purchase or a refund.</summary>
    TakesBack,

    /// <summary>A reversal that takes nothing back.</summary>
    TakesNothing,
}
