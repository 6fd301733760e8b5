namespace UserOps.Models.GrowthModels;

/// <summary>A set of growth stages: those an event serves, or those a user reached.</summary>
[Flags]
public enum GrowthStages
{
    /// <summary>No stage: an event of no interest, or a user outside the cohort.</summary>
    None = 0,

    /// <summary>获客: becoming a user.</summary>
    Acquisition = 1 << GrowthStage.Acquisition,

    /// <summary>激活: the first experience of the core value.</summary>
    Activation = 1 << GrowthStage.Activation,

    /// <summary>留存: coming back on later days.</summary>
    Retention = 1 << GrowthStage.Retention,

    /// <summary>变现: paying.</summary>
    Revenue = 1 << GrowthStage.Revenue,

    /// <summary>传播: bringing others.</summary>
    Referral = 1 << GrowthStage.Referral,

    /// <summary>All five stages.</summary>
    All = Acquisition | Activation | Retention | Revenue | Referral,
}
