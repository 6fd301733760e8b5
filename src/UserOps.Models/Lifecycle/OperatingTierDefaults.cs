namespace UserOps.Models.Lifecycle;

/// <summary>The usual limits of the operating tiers, each named once.</summary>
internal static class OperatingTierDefaults
{
    internal const int NewDays = 7;

    internal const int DormantDays = 90;

    internal const int ActiveCoreUses = 10;

    internal const int ActiveDays = 30;

    /// <summary>Local dates in which uses of the core feature are counted, that of the evaluation included.</summary>
    internal const int CoreUseWindow = 30;

    /// <summary>Local dates in which active days are counted, that of the evaluation included.</summary>
    internal const int ActiveDayWindow = 60;
}
