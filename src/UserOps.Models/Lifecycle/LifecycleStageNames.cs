using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>What the five stages are called where people read them.</summary>
public static class LifecycleStageNames
{
    private static readonly ImmutableArray<LocalizedText> Names =
    [
        new("引入期", "introduction"), new("成长期", "growth"), new("成熟期", "maturity"), new("休眠期", "dormant"), new("流失期", "churned"),
    ];

    /// <summary>Gets the display name of a stage; in English in lower case, as inside a sentence.</summary>
    /// <param name="stage">One of the five.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the five.</exception>
    public static LocalizedText Of(LifecycleStage stage) => stage is >= LifecycleStage.Introduction and <= LifecycleStage.Churned
        ? Names[(int)stage]
        : throw new ArgumentOutOfRangeException(nameof(stage), stage, "This is not one of the five stages.");
}
