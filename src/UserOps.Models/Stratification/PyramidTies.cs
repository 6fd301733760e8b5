namespace UserOps.Models.Stratification;

/// <summary>What happens to users of equal value where a share parts them.</summary>
public enum PyramidTies
{
    /// <summary>The smaller id is the higher one: tiers have the sizes asked for.</summary>
    ById,

    /// <summary>They stay together in the upper of the tiers: a tier grows to take the whole tie.</summary>
    Together,
}
