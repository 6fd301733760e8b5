namespace UserOps.Models.Survival;

/// <summary>The defaults and limits of the room, each named once.</summary>
internal static class SurvivalDefaults
{
    /// <summary>The level of a confidence band when a definition names none.</summary>
    internal const double ConfidenceLevel = 0.95;

    /// <summary>Weights within these limits keep every sum and square of them a finite number above zero.</summary>
    internal const double SmallestWeight = 1e-100;

    /// <summary>See <see cref="SmallestWeight"/>.</summary>
    internal const double LargestWeight = 1e100;

    /// <summary>How far above its limit, relatively, a survival may lie and still count as having reached it: products such as 0.9 x 0.888... miss 0.8 by rounding.</summary>
    internal const double ReachedWithin = 1e-12;

    /// <summary>The kind of limits when a definition names none; that of R's survfit.</summary>
    internal const SurvivalIntervalKind Interval = SurvivalIntervalKind.Log;

    /// <summary>The kind of limits of a cumulative hazard when a definition names none.</summary>
    internal const HazardIntervalKind HazardInterval = HazardIntervalKind.Log;

    /// <summary>The kind of limits of an incidence when a definition names none: incidences are often near 0, where the others leave it.</summary>
    internal const SurvivalIntervalKind IncidenceInterval = SurvivalIntervalKind.LogLog;

    /// <summary>What an end event is called when a definition names no cause.</summary>
    internal const string EndCause = "ended";

    /// <summary>What inactivity is called when a definition names no cause.</summary>
    internal const string InactiveCause = "inactive";

    /// <summary>The longest inactivity a definition may allow: ten years, which no sum of instants exceeds.</summary>
    internal const int MaximumInactiveDays = 3653;
}
