namespace UserOps.Models.GrowthModels;

/// <summary>Which way is better.</summary>
public enum BenchmarkDirection
{
    /// <summary>The more the better: a rate, a count.</summary>
    HigherIsBetter,

    /// <summary>The less the better: a time, a cost.</summary>
    LowerIsBetter,
}
