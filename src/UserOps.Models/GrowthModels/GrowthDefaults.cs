namespace UserOps.Models.GrowthModels;

/// <summary>Limits of the growth models, each named once.</summary>
internal static class GrowthDefaults
{
    internal const int Stages = 5;

    /// <summary>Ten years: beyond it a day number is a typing error.</summary>
    internal const int MaximumRetentionDay = 3_653;

    /// <summary>A hundred years: the table of days has an entry for each.</summary>
    internal const int MaximumCohortDays = 36_525;

    /// <summary>What a user can reach beside acquisition: four stages, each or not.</summary>
    internal const int Combinations = 1 << (Stages - 1);
}
