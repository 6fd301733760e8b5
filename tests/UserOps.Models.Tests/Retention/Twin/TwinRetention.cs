using System.Text.Json.Nodes;
using UserOps.Models.Retention;
using UserOps.Models.Tests.Conformance;
using UserOps.Models.Tests.Funnels.Twin;

namespace UserOps.Models.Tests.Retention.Twin;

/// <summary>A second, naive reading of the contract: one user and one cell at a time, a sentence of it a line.</summary>
internal sealed class TwinRetention
{
    private readonly RetentionDefinition _asked;
    private readonly TwinFilter _start;
    private readonly TwinFilter _return;
    private readonly ReportingCalendar _calendar;
    private readonly DateTimeOffset _asOf;
    private readonly List<CalendarPeriod> _periods = [];

    private TwinRetention(ConformanceCase asked)
    {
        _asked = RetentionCaseReader.Read(asked.Definition);
        _start = TwinFilter.Read(asked.Definition.GetProperty("start"));
        _return = TwinFilter.Read(asked.Definition.GetProperty("return"));
        _calendar = ReportingCalendar.Of(RetentionCaseReader.Context(asked));
        _asOf = asked.AsOf;
        CalendarPeriod period = _calendar.PeriodOf(_asked.Unit, _asked.FirstCohort.Instant ?? _calendar.StartOf(_asked.FirstCohort.Date!.Value));
        for (int i = 0; i < _asked.Cohorts + Width; i++)
        {
            _periods.Add(period);
            period = _calendar.Next(period);
        }
    }

    private int Width => _asked.Rule == RetentionRule.Bracket ? _asked.Brackets.Max(bracket => bracket.To) + 1 : _asked.Periods!.Value;

    private int Columns => _asked.Rule == RetentionRule.Bracket ? _asked.Brackets.Length : Width;

    private long Length => _asked.Unit switch
    {
        CalendarUnit.Hour => 3_600,
        CalendarUnit.Day => 86_400,
        CalendarUnit.Week => 7 * 86_400,
        _ => 30 * 86_400,
    } * TimeSpan.TicksPerSecond;

    public static JsonObject Answer(ConformanceCase asked)
    {
        IReadOnlyList<TwinEvent> events = TwinEvent.ReadAll(asked.Events, asked.AsOf);
        var twin = new TwinRetention(asked);
        JsonObject answer = twin.Table(events);
        if (twin._asked.Breakdown is { } breakdown)
        {
            answer["breakdown"] = new JsonObject(events
                .Select(e => e.Value(breakdown.Name)).OfType<string>().Distinct().Order(StringComparer.Ordinal)
                .Select(value => KeyValuePair.Create(value, (JsonNode?)twin.Table([.. events.Where(e => e.Value(breakdown.Name) == value)])))
                .Where(row => row.Value!["sizes"]!.AsArray().Any(size => (int)size! > 0)));
        }

        return answer;
    }

    private JsonObject Table(IReadOnlyList<TwinEvent> events)
    {
        IReadOnlyList<TwinEvent>[] users = [.. events.GroupBy(e => e.User).Select(user => user.ToArray())];
        return new JsonObject
        {
            ["sizes"] = new JsonArray([.. Enumerable.Range(0, _asked.Cohorts).Select(cohort => JsonValue.Create(users.Count(user => IsMember(user, cohort))))]),
            ["retained"] = new JsonArray([.. Enumerable.Range(0, _asked.Cohorts).Select(cohort => new JsonArray([.. Enumerable.Range(0, Columns).Select(column
                => IsOver(cohort, column) ? JsonValue.Create(users.Count(user => IsMember(user, cohort) && IsRetained(user, cohort, column))) : null)]))]),
        };
    }

    private bool IsMember(IReadOnlyList<TwinEvent> user, int cohort) => StartsIn(user, cohort).Any();

    private IEnumerable<TwinEvent> StartsIn(IReadOnlyList<TwinEvent> user, int cohort) => Starts(user).Where(e => Holds(_periods[cohort], e.Ticks));

    private IEnumerable<TwinEvent> Starts(IReadOnlyList<TwinEvent> user)
    {
        IEnumerable<TwinEvent> starts = user.Where(_start.Matches);
        return _asked.CohortType switch
        {
            RetentionCohortType.FirstTime => starts.Where(e => e.Ticks == starts.Min(start => start.Ticks)),
            RetentionCohortType.FirstEver => starts.Where(e => e.Ticks == user.Where(_start.HasName).Min(named => named.Ticks)),
            _ => starts,
        };
    }

    private bool IsRetained(IReadOnlyList<TwinEvent> user, int cohort, int column) => _asked.Rule switch
    {
        RetentionRule.On => IsBack(user, cohort, column),
        RetentionRule.OnOrAfter => Enumerable.Range(column, Width - column).Any(period => IsBack(user, cohort, period)),
        _ => Enumerable.Range(0, Width).Any(period => _asked.Brackets[column].From <= period && period <= _asked.Brackets[column].To && IsBack(user, cohort, period)),
    };

    private bool IsBack(IReadOnlyList<TwinEvent> user, int cohort, int period)
    {
        if (period == 0 && _asked.PeriodZero == RetentionPeriodZero.CohortSize)
        {
            return true;
        }

        return _asked.Alignment == RetentionAlignment.Calendar
            ? user.Count(e => _return.Matches(e) && Holds(_periods[cohort + period], e.Ticks)) >= _asked.MinimumOccurrences
            : StartsIn(user, cohort).Any(start
                => user.Count(e => _return.Matches(e) && e.Ticks >= start.Ticks && (Cut(e) - Cut(start)) / Length == period) >= _asked.MinimumOccurrences);
    }

    private long Cut(TwinEvent e) => _asked.Truncation switch
    {
        RetentionTruncation.Hour => _calendar.PeriodOf(CalendarUnit.Hour, new DateTimeOffset(e.Ticks, TimeSpan.Zero)).Start.UtcTicks,
        RetentionTruncation.Day => _calendar.DayOf(new DateTimeOffset(e.Ticks, TimeSpan.Zero)).DayNumber * 86_400L * TimeSpan.TicksPerSecond,
        _ => e.Ticks,
    };

    private bool IsOver(int cohort, int column)
    {
        int last = _asked.Rule == RetentionRule.Bracket ? _asked.Brackets[column].To : column;
        long end = _asked.Alignment == RetentionAlignment.Calendar
            ? _periods[cohort + last].End.UtcTicks
            : _periods[cohort].End.UtcTicks + (last + 1) * Length;
        return end - 1 <= _asOf.UtcTicks;
    }

    private static bool Holds(CalendarPeriod period, long ticks) => period.Start.UtcTicks <= ticks && ticks < period.End.UtcTicks;
}
