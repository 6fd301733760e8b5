using UserOps.Models.Activity;
using UserOps.Models.Tests.Activity.Twin;
using UserOps.Models.Tests.Segments;

namespace UserOps.Models.Tests.Activity;

/// <summary>A random log around a change of the clock and a random question about it, with the twin that answers it.</summary>
internal sealed class ActivityCase
{
    private static readonly InstantField CreatedAt = Field.Instant("created_at");
    private static readonly DateField CreatedOn = Field.Date("created_on");

    internal ActivityCase(int place, long seed)
    {
        World = new ActivityWorld(place, seed);
        Context = World.Moment();
        (EventFilter filter, Func<ActivityWorld.Event, bool> passes) = ActivityWorld.Filters[World.Next(ActivityWorld.Filters.Length)];
        Activity = new() { Events = filter, MinimumEvents = World.Next(2) == 0 ? 1 : 2 + World.Next(2) };
        Passes = passes;
        Twin = new TwinActivity(World, passes, Activity.MinimumEvents, Context);
        Unit = (CalendarUnit)World.Next(4);
        DateTimeOffset first = World.Around.AddMinutes(World.Next(3 * 1440) - (3 * 1440));
        DateTimeOffset last = first.AddMinutes(World.Next(4 * 1440));
        (From, To) = (Moment(first), Moment(last));
        Window = 1 + World.Next(5);
        Created = World.Rows.Select(row => row.User).Distinct().ToDictionary(
            user => user, _ => World.Next(4) == 0 ? (DateTimeOffset?)null : World.Around.AddMinutes(World.Next(6 * 1440) - (3 * 1440)));
    }

    internal ActivityWorld World { get; }

    internal EvaluationContext Context { get; }

    internal ActiveUserDefinition Activity { get; }

    internal Func<ActivityWorld.Event, bool> Passes { get; }

    internal TwinActivity Twin { get; }

    internal CalendarUnit Unit { get; }

    internal DateOrInstant From { get; }

    internal DateOrInstant To { get; }

    internal int Window { get; }

    internal Dictionary<string, DateTimeOffset?> Created { get; }

    internal int First(CalendarUnit unit) => Twin.PeriodOf(unit, From);

    internal int Count(CalendarUnit unit) => Twin.PeriodOf(unit, To) - First(unit) + 1;

    internal bool IsEmpty(CalendarUnit unit) => Count(unit) < 1;

    internal ActivityDecompositionDefinition Decomposition(Field? createdAt = null)
        => new() { Activity = Activity, Interval = Unit, From = From, To = To, CreatedAt = createdAt };

    internal static Field InstantsOfCreation => CreatedAt;

    internal static Field DatesOfCreation => CreatedOn;

    /// <summary>Gets the log with a user table that says when each user was created, as an instant and as a date.</summary>
    internal UserOpsDataset DataWithCreation() => World.Data.Append(new UserOpsDatasetBuilder().AddUsers(Created, map => map
        .User(user => user.Key).With(CreatedAt, user => user.Value).With(CreatedOn, user => user.Value is { } at ? Twin.Clock.DayOf(at) : null)));

    /// <summary>Gets the first instant of the date a user was created on; null for an unknown one.</summary>
    internal DateTimeOffset? StartOfCreation(string user)
        => Created[user] is { } at ? new ReportingCalendar(Context.Zone).StartOf(Twin.Clock.DayOf(at)) : null;

    /// <summary>Gets the log of one of some shards.</summary>
    internal UserOpsDataset Shard(int shard, int shards) => UserOpsDataset.FromEvents(
        World.Rows.Where(row => int.Parse(row.User[1..], System.Globalization.CultureInfo.InvariantCulture) % shards == shard),
        events => events.User(row => row.User).At(row => row.At).Name(row => row.Name).With(ActivityWorld.Marked, row => row.Marked));

    private DateOrInstant Moment(DateTimeOffset at) => World.Next(2) == 0 ? at : Twin.Clock.DayOf(at);
}
