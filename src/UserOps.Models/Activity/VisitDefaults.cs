namespace UserOps.Models.Activity;

/// <summary>Defaults and limits of sessions and traffic, each named once.</summary>
internal static class VisitDefaults
{
    /// <summary>The most periods an answer lists, counting 24 hours a date, 7 dates a week and 28 a month: days of 27 years, hours of 416 dates.</summary>
    internal const int MaximumPeriods = 10_000;

    /// <summary>The field's limit between the views of one visit: 30 minutes.</summary>
    internal static readonly TimeSpan InactivityLimit = TimeSpan.FromMinutes(30);
}
