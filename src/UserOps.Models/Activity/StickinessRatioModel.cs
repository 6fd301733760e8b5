using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>Says how large a share of the users of a month or week comes on a day, and averages it over days: DAU / MAU.</summary>
/// <remarks>
/// For the distribution of active periods, which is called stickiness too, see <see cref="StickinessModel"/>. Checked when built; immutable, shared
/// freely between threads.
/// </remarks>
public sealed class StickinessRatioModel
{
    /// <summary>Initializes a new instance of the <see cref="StickinessRatioModel"/> class.</summary>
    /// <param name="definition">What is asked.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public StickinessRatioModel(StickinessRatioDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(StickinessRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public StickinessRatioDefinition Definition { get; }

    /// <summary>Answers the question for a dataset. The answer is counts alone; for the users ask <see cref="ActiveUsersModel"/>.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, the zone of the local days and the first day of the week.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>A share for each day, and their mean; of no events, shares of nothing.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the context is null.</exception>
    /// <exception cref="InvalidDefinitionException">The range is empty in the zone of the context, or a column the definition names is absent or of another kind.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public StickinessRatioSummary Evaluate(
        UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        var log = new ActivityLog(data, Definition.Activity, context, run, cancellationToken);
        PeriodTable days = ActivityTables.Of(context, CalendarUnit.Day, Definition.From, Definition.To);
        ImmutableArray<StickinessRatioDay> shares = Definition.Base switch
        {
            StickinessBase.CalendarMonth => OfCalendar(log, days, CalendarUnit.Month),
            StickinessBase.CalendarWeek => OfCalendar(log, days, CalendarUnit.Week),
            StickinessBase.Last30Days => OfWindow(log, days, ActivityDefaults.DaysOfRollingMonth),
            _ => OfWindow(log, days, ActivityDefaults.DaysOfRollingWeek),
        };
        run?.Progress?.Report(1);
        return new() { Definition = Definition, Context = context, Days = shares, UnknownEvents = log.UnknownEvents };
    }

    private ImmutableArray<StickinessRatioDay> OfCalendar(ActivityLog log, PeriodTable days, CalendarUnit unit)
    {
        PeriodTable bases = ActivityTables.Of(log.Context, unit, Definition.From, Definition.To);
        int complete = bases.CompleteAt(log.Context.AsOf);
        long[][] counts = new ActiveUserCounts(log).OfPeriods([days, bases]);
        return Shares(days, log.Context, (i, day) =>
        {
            int place = bases.IndexOfDay(day.FirstDay.DayNumber);
            return new(day with { IsComplete = place < complete }, counts[0][i], counts[1][place]);
        });
    }

    private static ImmutableArray<StickinessRatioDay> OfWindow(ActivityLog log, PeriodTable days, int window)
    {
        var counts = new ActiveUserCounts(log);
        long[] active = counts.OfPeriods([days])[0];
        long[] bases = counts.OfWindows(window, days);
        return Shares(days, log.Context, (i, day) => new(day, active[i], bases[i]));
    }

    private static ImmutableArray<StickinessRatioDay> Shares(PeriodTable days, EvaluationContext context, Func<int, ActivityPeriod, StickinessRatioDay> share)
        => [.. ActivityTables.Describe(days, context).Select((day, i) => share(i, day))];
}
