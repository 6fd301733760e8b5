namespace UserOps.Models.Activity;

/// <summary>A decomposition compiled against one dataset: its periods and what lies before them, and the period each user was created in.</summary>
internal sealed class DecompositionPlan
{
    /// <summary>Stands for a user who was created in no period of the table.</summary>
    internal const int NotCreated = -2;

    private readonly int[]? _created;

    /// <exception cref="InvalidDefinitionException">The range is empty, or a column is absent or of another kind.</exception>
    internal DecompositionPlan(ActivityDecompositionDefinition definition, ActivityLog log)
    {
        Definition = definition;
        Log = log;
        Column? creation = ActivityDecompositionRules.CreationColumn(definition, log.Data);
        (Table, Start) = ActivityTables.From(log.Context, definition.Interval, definition.From, definition.To, FirstPeriod);
        _created = creation is null ? null : CreationsOf(creation);
    }

    private DecompositionPlan(DecompositionPlan plan, ActivityLog log)
    {
        Definition = plan.Definition;
        Log = log;
        (Table, Start) = (plan.Table, plan.Start);
        _created = plan._created;
    }

    internal ActivityDecompositionDefinition Definition { get; }

    internal ActivityLog Log { get; }

    /// <summary>Gets the periods of the answer and at least one before them, unless the calendar begins with them.</summary>
    internal PeriodTable Table { get; }

    /// <summary>Gets the place in the table at which the answer begins.</summary>
    internal int Start { get; }

    /// <summary>Gets how many periods the answer has.</summary>
    internal int Count => Table.Count - Start;

    /// <summary>Gets a value indicating whether a user is new by the creation in the user table.</summary>
    internal bool IsByCreation => _created is not null;

    /// <summary>Gets the place of the period in which a user is new, given the first one in which the user was active.</summary>
    internal int BasisOf(int user, int firstActive) => _created is null ? firstActive : _created[user];

    /// <summary>Gets the same without the caller's token.</summary>
    internal DecompositionPlan Lasting() => new(this, Log.Lasting());

    // One event before the first period shows that a user is not new. Where it takes more, each earlier period has to be counted by itself.
    private CalendarPeriod FirstPeriod(ReportingCalendar calendar, CalendarPeriod asked)
    {
        CalendarPeriod before = ActivityTables.Before(calendar, asked);
        EventTable events = Log.Data.Events;
        return Definition.CreatedAt is null && Log.Activity.MinimumEvents > 1 && events.Count > 0 && events.FirstTicks < before.StartTicks
            ? calendar.PeriodOf(Definition.Interval, events.First!.Value)
            : before;
    }

    private int[] CreationsOf(Column column)
    {
        ReportingCalendar calendar = ReportingCalendar.Of(Log.Context);
        var created = new int[Log.Data.Directory.Count];
        for (int user = 0; user < created.Length; user++)
        {
            created[user] = column.IsMissing(user) ? NotCreated : PlaceOf(TicksOf(column, user, calendar));
        }

        return created;
    }

    private int PlaceOf(long utcTicks) => Table.IndexOf(utcTicks) is >= 0 and int place && place < Table.Count ? place : NotCreated;

    private static long TicksOf(Column column, int user, ReportingCalendar calendar) => column is InstantColumn instants
        ? instants.UtcTicks[user]
        : calendar.DayStartTicks(((DateColumn)column).DayNumbers[user]);
}
