using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>How many users were active when, and who. Immutable.</summary>
public sealed class ActiveUsersResult
{
    internal ActiveUsersResult(ActiveUsersDefinition definition, ActivityLog log)
    {
        Definition = definition;
        Context = log.Context;
        ImmutableArray<PeriodTable> tables =
            [.. definition.Units.Select(unit => ActivityTables.Of(log.Context, unit, definition.From, definition.To))];
        PeriodTable? days = definition.RollingDays.IsEmpty ? null : ActivityTables.Of(log.Context, CalendarUnit.Day, definition.From, definition.To);
        var counts = new ActiveUserCounts(log);
        long[][] calendar = counts.OfPeriods(tables);
        Summary = new()
        {
            Definition = definition,
            Context = log.Context,
            Calendar = [.. tables.Select((table, i) => ActiveUsersSeries.Of(table, log.Context, calendar[i]))],
            Rolling = [.. definition.RollingDays.Select(window => ActiveUsersSeries.Of(window, days!, log.Context, counts.OfWindows(window, days!)))],
            UnknownEvents = log.UnknownEvents,
        };
        Users = new(log.Lasting(), Summary, tables, days);
        log.Run?.Progress?.Report(1);
    }

    /// <summary>Gets what was asked.</summary>
    public ActiveUsersDefinition Definition { get; }

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public EvaluationContext Context { get; }

    /// <summary>Gets the counts.</summary>
    public ActiveUsersSummary Summary { get; }

    /// <summary>Gets the users, bound to the dataset.</summary>
    public ActiveUserSets Users { get; }
}
