namespace UserOps.Models.Retention;

/// <summary>Defaults and limits of the room, each named once.</summary>
internal static class RetentionDefaults
{
    internal const int MinimumOccurrences = 1;

    /// <summary>Twenty-seven years of days: beyond it a count is a typing error.</summary>
    internal const int MaximumPeriods = 10_000;

    /// <summary>Cells of one table: a thousand cohorts of a thousand periods.</summary>
    internal const int MaximumCells = 1_000_000;

    /// <summary>Cells of the tables of all breakdown values together: ten of the largest tables, or a hundred thousand values of ten by ten.</summary>
    internal const int MaximumBreakdownCells = 10_000_000;

    internal const int RollingWeekDays = 7;

    internal const int RollingMonthDays = 30;

    /// <summary>Words of the bitmaps of a tile, all periods together: 32 KiB, the first cache.</summary>
    internal const int TileWords = 4_096;

    /// <summary>How many words of bitmaps are read in the time that users one by one take for an event: about one in ten begins an active day.</summary>
    internal const int WordsPerEvent = 4;

    /// <summary>The form in which fitted curves are saved.</summary>
    internal const int CurveVersion = 1;

    /// <summary>Beyond e to this power, or below its inverse, a parameter of a curve counts as having no finite value.</summary>
    internal const double LargestLogParameter = 12;

    /// <summary>Least curvature of the log-likelihood per observation at which a parameter counts as determined by the data.</summary>
    internal const double LeastCurvature = 1e-7;

    /// <summary>Gradient of the log-likelihood per observation at which a search has arrived.</summary>
    internal const double GradientTolerance = 1e-7;
}
