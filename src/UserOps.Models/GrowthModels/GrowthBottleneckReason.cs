namespace UserOps.Models.GrowthModels;

/// <summary>Why a stage holds growth back.</summary>
public enum GrowthBottleneckReason
{
    /// <summary>No targets were given, and its conversion is the lowest; of equal ones it is the earliest.</summary>
    LowestConversion,

    /// <summary>Its conversion is further below its target than that of any other stage; of equal ones it is the earliest.</summary>
    LargestShortfall,
}
