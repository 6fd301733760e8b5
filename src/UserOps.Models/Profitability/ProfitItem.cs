namespace UserOps.Models.Profitability;

/// <summary>The parts of a statement that are sums of amounts.</summary>
public enum ProfitItem
{
    /// <summary>Fees paid by customers.</summary>
    Fees,

    /// <summary>Interchange of their card payments.</summary>
    Interchange,

    /// <summary>Expected loss that was found elsewhere.</summary>
    OtherExpectedLoss,

    /// <summary>What benefits cost.</summary>
    BenefitCost,

    /// <summary>The cost of acquisition that belongs to the period.</summary>
    AcquisitionCost,

    /// <summary>Capital held against unexpected loss.</summary>
    EconomicCapital,
}
