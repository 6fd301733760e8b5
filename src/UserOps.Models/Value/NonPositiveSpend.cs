namespace UserOps.Models.Value;

/// <summary>What a fit of spends does with repeat buyers whose mean spend is zero or less: a gamma distribution has none.</summary>
public enum NonPositiveSpend
{
    /// <summary>The fit is refused and names the first of them.</summary>
    Refuse,

    /// <summary>They are left out and counted, as those are who never bought again.</summary>
    LeaveOut,
}
