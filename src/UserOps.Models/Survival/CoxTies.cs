namespace UserOps.Models.Survival;

/// <summary>What a Cox regression makes of events at one time.</summary>
public enum CoxTies
{
    /// <summary>Who ended leaves the risk set bit by bit: close to the average over all orders. B. Efron, Journal of the American Statistical Association 72, 1977.</summary>
    Efron,

    /// <summary>Everyone who ended at a time was at risk until all had. Quicker by little, and biased towards 0 with many ties. N. Breslow, Biometrics 30, 1974.</summary>
    Breslow,

    /// <summary>
    /// Time is truly in steps: the chance that just these ended of all sets as large. Cost grows with the number at risk times the events at one time; no
    /// weights. D. R. Cox, Journal of the Royal Statistical Society B 34, 1972.
    /// </summary>
    Exact,
}
