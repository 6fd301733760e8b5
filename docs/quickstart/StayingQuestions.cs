using UserOps.Models;
using UserOps.Models.Activity;
using UserOps.Models.GrowthModels;
using UserOps.Models.Lifecycle;
using UserOps.Models.Retention;
using UserOps.Quickstart.Inputs;

namespace UserOps.Quickstart;

/// <summary>What is asked about staying and leaving; the events are those of the stages of growth, <see cref="StageEvents"/>.</summary>
internal static class StayingQuestions
{
    /// <summary>The weeks after the first one in which users may be back.</summary>
    internal const int WeeksAfter = 8;

    /// <summary>The weeks between the two instants of which stages are compared.</summary>
    internal const int WeeksBetween = 4;

    /// <summary>The users shown of those at risk.</summary>
    internal const int UsersAtRisk = 10;

    /// <summary>The last weeks in one of which a user must have been active to be ranked by risk.</summary>
    internal const int WeeksToBeSeen = 8;

    /// <summary>After more than so many days without a login a user is dormant.</summary>
    internal const int DormantDays = 30;

    /// <summary>After more than so many days a user is churned, where the data reach back that far.</summary>
    internal const int ChurnedDays = 90;

    /// <summary>From so many payments in 30 days on a user is mature.</summary>
    internal const int MaturePayments = 4;

    private const int ChurnedDaysInShortData = 60;
    private const int DaysOfAmounts = 28; // whole weeks, because spending follows the week
    private const string Login = "login";
    private const string BindCard = "bind_card";
    private const string Pay = "pay";

    /// <summary>Asks week by week how many of the users who began are back in the weeks after.</summary>
    internal static RetentionDefinition Retention(GrowthStageEvents events, Loaded loaded, EvaluationContext context)
    {
        var (from, _, weeks) = Reach(loaded, context);
        return new RetentionDefinition
        {
            Start = events.Acquisition,
            Return = events.Retention,
            Unit = CalendarUnit.Week,
            CohortType = RetentionCohortType.FirstTime,
            FirstCohort = from,
            Cohorts = weeks,
            Periods = 1 + WeeksAfter,
        };
    }

    /// <summary>Asks what the active users of each week are made of.</summary>
    internal static ActivityDecompositionDefinition Weeks(GrowthStageEvents events, Loaded loaded, EvaluationContext context)
    {
        var (from, to, _) = Reach(loaded, context);
        // A log that begins later than the bank takes every old customer for a new one; the sample knows since when they are customers.
        return ActivityPresets.WeeklyDecomposition(events.Retention, from, to) with { CreatedAt = loaded.IsSample ? SampleFields.RegisteredOn : null };
    }

    /// <summary>Asks who is away longer than usual while the amounts fall; where no amounts are known, the first alone.</summary>
    internal static ChurnWarningDefinition Churn(GrowthStageEvents events, Loaded loaded)
    {
        var amount = AmountOf(loaded.Data.Events);
        return new ChurnWarningDefinition
        {
            Activity = events.Retention,
            WarnWhen = amount is null ? ChurnCombination.GapOnly : ChurnCombination.Both,
            Amounts = amount is null ? null : new ChurnAmounts
            {
                // Trying to pay is not having paid; and a fund bought is not spent.
                Events = loaded.IsSample ? EventFilter.Named(Pay).And(SampleFields.Success.Is(true)) : events.Revenue,
                Amount = amount,
                RecentDays = DaysOfAmounts,
                BaseDays = DaysOfAmounts,
            },
        };
    }

    /// <summary>Divides users into the stages of a credit-card app.</summary>
    internal static LifecycleDefinition Stages(Loaded loaded, EvaluationContext context)
        => LifecyclePresets.CardApp(SampleFields.RegisteredOn, Login, BindCard, Pay, DormantDays, ChurnedAfter(loaded, context), MaturePayments);

    /// <summary>Gives the number of days after which a user is churned: the log must hold them before both instants, or the silence is that of the log.</summary>
    internal static int ChurnedAfter(Loaded loaded, EvaluationContext context) => DaysBefore(loaded, context) >= ChurnedDays ? ChurnedDays : ChurnedDaysInShortData;

    /// <summary>Says why stages cannot be asked for; null where they can.</summary>
    internal static string? NoStagesBecause(Loaded loaded, EvaluationContext context)
    {
        var data = loaded.Data;
        bool hasNames = data.Users.Columns.TryGet(SampleFields.RegisteredOn.Name, out var column) && column.Field == SampleFields.RegisteredOn
            && new[] { Login, BindCard, Pay }.All(name => data.Events.TryGetCode(name, out _));
        return !hasNames ? $"Stages are asked only where the data have the sample's names: the date {SampleFields.RegisteredOn.Name} of users, the events {Login}, {BindCard} and {Pay}."
            : DaysBefore(loaded, context) < ChurnedDaysInShortData ? $"Stages need {ChurnedDaysInShortData + (7 * WeeksBetween)} days of data: {WeeksBetween} weeks between two instants, and {ChurnedDaysInShortData} days before them."
            : null;
    }

    /// <summary>Gives the earlier instant of the two: the end of the local day some weeks before.</summary>
    internal static EvaluationContext Before(EvaluationContext context)
        => EvaluationContext.AtEndOf(ReportingCalendar.Of(context).DayOf(context.AsOf).AddDays(-7 * WeeksBetween), context.Zone) with { WeekStart = context.WeekStart };

    // How many days the data hold before the local day of the earlier instant.
    private static int DaysBefore(Loaded loaded, EvaluationContext context)
    {
        var calendar = ReportingCalendar.Of(context);
        return calendar.DayOf(Before(context).AsOf).DayNumber - calendar.DayOf(loaded.Data.Events.First!.Value).DayNumber;
    }

    // The weeks the data reach over, up to 'as of'; at most a hundred years of them, because some logs write 9999-12-31 where they know no date.
    private static (DateOnly From, DateOnly To, int Weeks) Reach(Loaded loaded, EvaluationContext context)
    {
        var calendar = ReportingCalendar.Of(context);
        var from = calendar.PeriodOf(CalendarUnit.Week, calendar.DayOf(loaded.Data.Events.First!.Value)).FirstDay;
        int to = Math.Min(calendar.DayOf(context.AsOf).DayNumber, from.DayNumber + Questions.LongestRange - 1);
        return (from, DateOnly.FromDayNumber(to), ((to - from.DayNumber) / 7) + 1);
    }

    /// <summary>Gives the column of amounts: the one of that name, or the only one; null for none.</summary>
    internal static AmountField? AmountOf(EventTable events)
    {
        AmountField[] amounts = [.. events.Columns.Select(column => column.Field).OfType<AmountField>()];
        return Array.Find(amounts, field => field.Name == SampleFields.Amount.Name) ?? (amounts.Length == 1 ? amounts[0] : null);
    }
}
