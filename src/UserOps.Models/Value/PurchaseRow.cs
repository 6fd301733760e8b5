namespace UserOps.Models.Value;

/// <summary>What the log says of one customer; periods are numbers that rise by one from each to the next, money is in the smallest unit.</summary>
internal struct PurchaseRow
{
    internal int Ordinal;
    internal int First;
    internal int Last;

    /// <summary>The periods with a purchase.</summary>
    internal int Purchases;

    /// <summary>The periods after the first whose spend is known.</summary>
    internal int RepeatsWithSpend;
    internal bool IsFirstSpendKnown;
    internal Int128 FirstSpend;
    internal Int128 RepeatSpend;

    /// <summary>The sum of the natural logarithms of the gaps, in units.</summary>
    internal double LogGaps;
}
