namespace UserOps.Models.GrowthModels;

/// <summary>From a stage to sets of stages.</summary>
internal static class GrowthStageSets
{
    /// <summary>Gets the set of one stage.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the five.</exception>
    internal static GrowthStages Only(GrowthStage stage) => stage is >= GrowthStage.Acquisition and <= GrowthStage.Referral
        ? (GrowthStages)(1 << (int)stage)
        : throw new ArgumentOutOfRangeException(nameof(stage), stage, "This is not one of the five stages.");

    /// <summary>Gets the set of a stage and all stages before it, in the order of AARRR.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the five.</exception>
    internal static GrowthStages UpTo(GrowthStage stage) => (GrowthStages)(((int)Only(stage) << 1) - 1);
}
