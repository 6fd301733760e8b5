using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>The numbers of this room that a catalog can name: each is asked of the month that contains 'as of', the share of power users of the last 28 days.</summary>
public static class ActivityMetrics
{
    /// <summary>The mean number of active users a day of the month.</summary>
    public const string DailyActive = "dailyActive";

    /// <summary>DAU / MAU of the last 30 days, averaged over the days of the month.</summary>
    public const string Stickiness = "stickiness";

    /// <summary>Active users of the month over all users seen by 'as of'.</summary>
    public const string ActivityRate = "activityRate";

    /// <summary>(new + resurrected) / went dormant in the month.</summary>
    public const string QuickRatio = "quickRatio";

    /// <summary>Users who were away the month before and are back, over all active users of the month.</summary>
    public const string ResurrectedShare = "resurrectedShare";

    /// <summary>Users active on 21 of the last 28 days, over all who were active in them.</summary>
    public const string PowerUserShare = "powerUserShare";

    /// <summary>Gets all ids.</summary>
    public static ImmutableArray<string> Ids { get; } = [DailyActive, Stickiness, ActivityRate, QuickRatio, ResurrectedShare, PowerUserShare];

    /// <summary>Computes a metric.</summary>
    /// <param name="metricId">One of <see cref="Ids"/>.</param>
    /// <param name="data">Users and their events.</param>
    /// <param name="activity">What makes a user active.</param>
    /// <param name="context">The last visible instant, which is in the month, and the zone.</param>
    /// <returns>The number, or why there is none: a share of nobody is <see cref="UndefinedReason.ZeroBase"/>, a mean over days none of which is over <see cref="UndefinedReason.NotYetObservable"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such metric.</exception>
    /// <exception cref="InvalidDefinitionException">The definition of an active user cannot be, by itself or for these data.</exception>
    public static Measure<double> Of(string metricId, UserOpsDataset data, ActiveUserDefinition activity, EvaluationContext context)
    {
        ArgumentNullException.ThrowIfNull(metricId);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(context);
        CalendarPeriod month = ReportingCalendar.Of(context).PeriodOf(CalendarUnit.Month, context.AsOf);
        DateOrInstant from = month.FirstDay;
        DateOrInstant to = context.AsOf;
        return metricId switch
        {
            DailyActive => new ActiveUsersModel(new() { Activity = activity, From = from, To = to, Units = [CalendarUnit.Day] })
                .Evaluate(data, context).Summary.By(CalendarUnit.Day).Mean,
            Stickiness => new StickinessRatioModel(new() { Activity = activity, From = from, To = to, Base = StickinessBase.Last30Days })
                .Evaluate(data, context).Mean,
            ActivityRate => ValueOf(new ActivityRateModel(new() { Activity = activity }).Evaluate(data, context).Summary.Rate),
            QuickRatio => Decompose(data, activity, context).QuickRatio,
            ResurrectedShare => ShareOf(Decompose(data, activity, context)),
            PowerUserShare => ValueOf(new LnessModel(ActivityPresets.L28(activity)).Evaluate(data, context).Summary.PowerUsers),
            _ => throw new ArgumentException($"There is no activity metric '{metricId}'.", nameof(metricId)),
        };
    }

    private static ActivityDecompositionPeriod Decompose(UserOpsDataset data, ActiveUserDefinition activity, EvaluationContext context)
    {
        var definition = new ActivityDecompositionDefinition { Activity = activity, Interval = CalendarUnit.Month, From = context.AsOf, To = context.AsOf };
        return new ActivityDecompositionModel(definition).Evaluate(data, context).Summary.Periods[0];
    }

    private static Measure<double> ShareOf(ActivityDecompositionPeriod month) => ValueOf(new(month.Resurrected, month.Active));

    private static Measure<double> ValueOf(Ratio share) => share.Value is { } value ? value : UndefinedReason.ZeroBase;
}
