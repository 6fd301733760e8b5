using System.Collections.Immutable;
using UserOps.Models.Tests.Time;

namespace UserOps.Models.Tests.Segments;

/// <summary>A seeded log around a change of the clock, crowded enough that users share hours and days, and equal instants are frequent.</summary>
internal sealed class ActivityWorld
{
    internal static readonly FlagField Marked = Field.Flag("marked");

    internal static readonly ImmutableArray<(string Zone, string Around)> Places =
    [
        ("UTC", "2024-03-01T00:00:00Z"),
        ("Europe/Berlin", "2024-03-31T01:00:00Z"),
        ("America/New_York", "2024-11-03T06:00:00Z"),
        ("America/Havana", "2024-11-03T05:00:00Z"), // midnight comes twice
        ("America/Sao_Paulo", "2018-11-04T03:00:00Z"), // midnight is skipped
        ("Pacific/Apia", "2011-12-30T10:00:00Z"), // a date is skipped
        ("Australia/Lord_Howe", "2024-04-06T15:00:00Z"), // the clock moves by half an hour
        ("Asia/Kathmandu", "1985-12-31T18:15:00Z"), // and by a quarter
        ("America/St_Johns", "2009-11-01T02:31:00Z"), // back over midnight
        ("Africa/Cairo", "2024-10-31T21:00:00Z"), // back to the hour before midnight, at midnight
    ];

    private readonly Xoshiro256 _random;

    internal ActivityWorld(int place, long seed, bool manyNames = false)
    {
        _random = new Xoshiro256(seed);
        (string zone, string around) = Places[place];
        Zone = NamedZones.Find(zone);
        Around = DateTimeOffset.Parse(around, System.Globalization.CultureInfo.InvariantCulture);
        Rows = [.. Enumerable.Range(0, _random.NextInt32(260)).Select(_ => Row(manyNames ? 300 : 3))];
        Data = UserOpsDataset.FromEvents(Rows, events => events.User(row => row.User).At(row => row.At).Name(row => row.Name).With(Marked, row => row.Marked));
    }

    internal sealed record Event(string User, DateTimeOffset At, string Name, bool? Marked);

    internal TimeZoneInfo Zone { get; }

    internal DateTimeOffset Around { get; }

    internal ImmutableArray<Event> Rows { get; }

    internal UserOpsDataset Data { get; }

    internal static ImmutableArray<(EventFilter Filter, Func<Event, bool> Passes)> Filters { get; } =
    [
        (EventFilter.Any, _ => true),
        (EventFilter.Named("e0"), row => row.Name == "e0"),
        (EventFilter.Named("e0", "e2", "never heard of"), row => row.Name is "e0" or "e2"),
        (EventFilter.Named("never heard of"), _ => false),
        (EventFilter.Named("e1").And(Marked.Is(true)), row => row.Name == "e1" && row.Marked == true),
        (EventFilter.Any.And(Marked.Is(true)), row => row.Marked == true),
    ];

    /// <summary>Gets a moment to ask at: after everything, inside a day, at an event, or at the end of a day.</summary>
    internal EvaluationContext Moment()
    {
        DateTimeOffset inside = Around.AddMinutes(_random.NextInt32(6 * 1440) - 3 * 1440);
        DateTimeOffset asOf = _random.NextInt32(4) switch
        {
            0 => Around.AddYears(1),
            1 when !Rows.IsEmpty => Rows[_random.NextInt32(Rows.Length)].At,
            2 => EvaluationContext.AtEndOf(new ReportingCalendar(Zone).DayOf(inside), Zone).AsOf,
            _ => inside,
        };
        return new EvaluationContext { AsOf = asOf, Zone = Zone, WeekStart = (DayOfWeek)_random.NextInt32(7) };
    }

    internal int Next(int end) => _random.NextInt32(end);

    private Event Row(int names) => new(
        "u" + _random.NextInt32(80),
        Around.AddMinutes(15 * (_random.NextInt32(6 * 96) - 3 * 96)).AddTicks(_random.NextInt32(3) - 1),
        "e" + _random.NextInt32(names),
        _random.NextInt32(3) switch { 0 => true, 1 => false, _ => null });
}
