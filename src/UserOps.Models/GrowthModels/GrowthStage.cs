namespace UserOps.Models.GrowthModels;

/// <summary>The five stages of growth, in the order of AARRR.</summary>
public enum GrowthStage
{
    /// <summary>获客: becoming a user.</summary>
    Acquisition,

    /// <summary>激活: the first experience of the core value.</summary>
    Activation,

    /// <summary>留存: coming back on later days.</summary>
    Retention,

    /// <summary>变现: paying, or earning something for the house.</summary>
    Revenue,

    /// <summary>传播: bringing others.</summary>
    Referral,
}
