namespace UserOps.Models.Activity;

/// <summary>Questions about activity whose form the field has fixed.</summary>
public static class ActivityPresets
{
    private const int Week = 7;
    private const int FourWeeks = 28;
    private const int ThirtyDays = 30;

    /// <summary>Asks for DAU, WAU and MAU by calendar day, week and month.</summary>
    /// <param name="activity">What makes a user active.</param>
    /// <param name="from">In the first day, week and month.</param>
    /// <param name="to">In the last day, week and month.</param>
    public static ActiveUsersDefinition DailyWeeklyMonthly(ActiveUserDefinition activity, DateOrInstant from, DateOrInstant to)
        => new() { Activity = activity, From = from, To = to };

    /// <summary>Asks for the active users of each day, and of the 7, 28 and 30 days up to it.</summary>
    /// <param name="activity">What makes a user active.</param>
    /// <param name="from">In the first day.</param>
    /// <param name="to">In the last day.</param>
    /// <remarks>28 days hold each day of the week four times, so that the series has no weekly wave; 30 days are the usual stand-in for a month.</remarks>
    public static ActiveUsersDefinition Rolling(ActiveUserDefinition activity, DateOrInstant from, DateOrInstant to)
        => new() { Activity = activity, From = from, To = to, Units = [CalendarUnit.Day], RollingDays = [Week, FourWeeks, ThirtyDays] };

    /// <summary>Asks for DAU / MAU by calendar month.</summary>
    /// <param name="activity">What makes a user active.</param>
    /// <param name="from">In the first day.</param>
    /// <param name="to">In the last day.</param>
    public static StickinessRatioDefinition DauOverMau(ActiveUserDefinition activity, DateOrInstant from, DateOrInstant to)
        => new() { Activity = activity, From = from, To = to };

    /// <summary>Asks for L7: the active days of each user in the last week; a power user came on 6 of them.</summary>
    /// <param name="activity">What makes a user active on a day.</param>
    public static LnessDefinition L7(ActiveUserDefinition activity) => new() { Activity = activity, Days = Week };

    /// <summary>Asks for L28: the active days of each user in the last four weeks; a power user came on 21 of them.</summary>
    /// <param name="activity">What makes a user active on a day.</param>
    public static LnessDefinition L28(ActiveUserDefinition activity) => new() { Activity = activity, Days = FourWeeks };

    /// <summary>Asks for L30: the active days of each user in the last thirty days; a power user came on 23 of them.</summary>
    /// <param name="activity">What makes a user active on a day.</param>
    public static LnessDefinition L30(ActiveUserDefinition activity) => new() { Activity = activity, Days = ThirtyDays };

    /// <summary>Asks week by week who is new, returning, resurrected, and who went dormant.</summary>
    /// <param name="activity">What makes a user active.</param>
    /// <param name="from">In the first week.</param>
    /// <param name="to">In the last week.</param>
    public static ActivityDecompositionDefinition WeeklyDecomposition(ActiveUserDefinition activity, DateOrInstant from, DateOrInstant to)
        => new() { Activity = activity, Interval = CalendarUnit.Week, From = from, To = to };

    /// <summary>Asks for the share of customers who are active in the month of 'as of', and for what they hold.</summary>
    /// <param name="activity">What makes a user active.</param>
    /// <param name="customers">Who is a customer; null for everybody.</param>
    /// <param name="assets">The column of the assets; null to leave them out.</param>
    public static ActivityRateDefinition MonthlyActivityRate(ActiveUserDefinition activity, SegmentRule? customers = null, AmountField? assets = null)
        => new() { Activity = activity, Customers = customers, Assets = assets };
}
