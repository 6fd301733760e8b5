namespace UserOps.Models.GrowthModels;

/// <summary>The conversion wanted at each stage: users who reach it in order, of those who reached the stage before.</summary>
/// <remarks>Fractions: greater than 0, at most 1. A stage without a target is never named as holding growth back.</remarks>
public sealed record GrowthTargets
{
    /// <summary>Gets the share of acquired users wanted to be activated; null for no target.</summary>
    public decimal? Activation { get; init; }

    /// <summary>Gets the share of activated users wanted to be retained; null for no target.</summary>
    public decimal? Retention { get; init; }

    /// <summary>Gets the share of retained users wanted to bring revenue; null for no target.</summary>
    public decimal? Revenue { get; init; }

    /// <summary>Gets the share of paying users wanted to refer others; null for no target.</summary>
    public decimal? Referral { get; init; }

    internal decimal? this[GrowthStage stage] => stage switch
    {
        GrowthStage.Activation => Activation,
        GrowthStage.Retention => Retention,
        GrowthStage.Revenue => Revenue,
        GrowthStage.Referral => Referral,
        _ => null,
    };
}
