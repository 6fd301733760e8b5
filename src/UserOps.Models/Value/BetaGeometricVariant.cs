namespace UserOps.Models.Value;

/// <summary>When a customer of a beta-geometric model may leave.</summary>
public enum BetaGeometricVariant
{
    /// <summary>BG: right after each repeat purchase. Who never bought again is taken to be there still.</summary>
    AfterRepeats,

    /// <summary>MBG: also right after the first purchase, so that somebody who never bought again may have left. Batislam, Denizel and Filiztekin, 2007.</summary>
    AfterEveryPurchase,
}
