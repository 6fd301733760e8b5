using System.Collections.Immutable;

namespace UserOps.Models.GrowthModels;

/// <summary>What the five stages are called where people read them.</summary>
public static class GrowthStageNames
{
    private static readonly ImmutableArray<LocalizedText> Names =
    [
        new("获客", "acquisition"), new("激活", "activation"), new("留存", "retention"), new("变现", "revenue"), new("传播", "referral"),
    ];

    /// <summary>Gets the display name of a stage; in English in lower case, as inside a sentence.</summary>
    /// <param name="stage">One of the five.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the five.</exception>
    public static LocalizedText Of(GrowthStage stage) => stage is >= GrowthStage.Acquisition and <= GrowthStage.Referral
        ? Names[(int)stage]
        : throw new ArgumentOutOfRangeException(nameof(stage), stage, "This is not one of the five stages.");
}
