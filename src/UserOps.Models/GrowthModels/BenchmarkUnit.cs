namespace UserOps.Models.GrowthModels;

/// <summary>What the number of a benchmark means; percent and percentage point are never the same.</summary>
public enum BenchmarkUnit
{
    /// <summary>A level, as a fraction of a whole: 0.3 is 30 of 100.</summary>
    Share,

    /// <summary>A relative change, as a fraction of the value before, (after - before) / before: 0.4 takes 50% to 70%.</summary>
    RelativeChange,

    /// <summary>A difference of two shares in percentage points: 25 takes 50% to 75%.</summary>
    PercentagePoints,

    /// <summary>A level, in minutes.</summary>
    Minutes,
}
