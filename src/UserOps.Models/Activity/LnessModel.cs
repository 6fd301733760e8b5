using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>Counts the active days of each user in the last days: the histogram known as L-ness or power user curve.</summary>
/// <remarks>A. Chen, "The Power User Curve", 2018. Checked when built; immutable, shared freely between threads.</remarks>
public sealed class LnessModel
{
    /// <summary>Initializes a new instance of the <see cref="LnessModel"/> class.</summary>
    /// <param name="definition">What is asked.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public LnessModel(LnessDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public LnessDefinition Definition { get; }

    /// <summary>Answers the question for a dataset.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, and the zone of the local days.</param>
    /// <param name="population">The users to look at, so that those who never came are counted with 0 days; null to look at active users alone.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>Counts and sets; of no events, counts of 0.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the context is null.</exception>
    /// <exception cref="ArgumentException">The population belongs to another dataset.</exception>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent or of another kind.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public LnessResult Evaluate(
        UserOpsDataset data, EvaluationContext context, UserSet? population = null, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        var log = new ActivityLog(data, Definition.Activity, context, run, cancellationToken);
        UserSet? among = population is null ? null : UserSet.Everyone(data.Directory).Intersect(population);
        CalendarPeriod lastDay = ReportingCalendar.Of(context).PeriodOf(CalendarUnit.Day, context.AsOf);
        int[] daysOfUser = DaysOfUsers(log, lastDay.FirstDay.DayNumber);
        var users = new long[Definition.Days + 1];
        for (int user = 0; user < daysOfUser.Length; user++)
        {
            if (among is not null && !among.Contains(user))
            {
                daysOfUser[user] = LnessUsers.NotLookedAt;
            }
            else if (among is not null || daysOfUser[user] > 0)
            {
                users[daysOfUser[user]]++;
            }
        }

        run?.Progress?.Report(1);
        var summary = new LnessSummary
        {
            Definition = Definition,
            Context = context,
            HasPopulation = among is not null,
            Users = [.. users],
            IsComplete = lastDay.IsCompleteAt(context.AsOf),
            UnknownEvents = log.UnknownEvents,
        };
        return new(summary, new(log.Lasting(), Definition, daysOfUser, among is not null));
    }

    private static ImmutableArray<DefinitionIssue> Check(LnessDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        ActivityRules.CheckActivity(definition.Activity, issues);
        ActivityRules.CheckWindowDays(definition.Days, "/days", issues);
        if (definition.PowerUserDays is { } days && (days < 1 || days > definition.Days))
        {
            issues.Add(new(
                "dayOutOfRange",
                "/powerUserDays",
                FormattableString.Invariant($"A power user has at least {days} active days; it is 1 to the number of days, {definition.Days}.")));
        }

        return issues.DrainToImmutable();
    }

    private int[] DaysOfUsers(ActivityLog log, int lastDay)
    {
        UserPeriods days = log.Days();
        var daysOfUser = new int[log.Data.Directory.Count];
        UserRange.Each(
            days.Offsets,
            log.Quiet,
            range =>
            {
                for (int user = range.From; user < range.To; user++)
                {
                    daysOfUser[user] = ActiveDays(days, user, lastDay);
                }

                return 0;
            },
            log.CancellationToken);
        return daysOfUser;
    }

    // From the user's last day back: most questions look at few of the days there are.
    private int ActiveDays(UserPeriods days, int user, int lastDay)
    {
        int active = 0;
        for (int i = days.Offsets[user + 1] - 1; i >= days.Offsets[user] && days.Numbers[i] > lastDay - Definition.Days; i--)
        {
            active += days.Counts[i] >= Definition.Activity.MinimumEvents ? 1 : 0;
        }

        return active;
    }
}
