using UserOps.Models.Activity;
using UserOps.Models.Tests.Time;

namespace UserOps.Models.Tests.Activity;

/// <summary>The rules of sessions one by one, and what is refused.</summary>
public class SessionModelTests
{
    private static readonly EvaluationContext Later = new() { AsOf = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), Zone = TimeZoneInfo.Utc };

    [Theory] // a letter every ten minutes: v view, s separator, c close, '.' nothing; a group in brackets shares an instant. The limit is 30 minutes
    [InlineData("vvv", "111")]
    [InlineData("v..v", "11")]         // exactly 30 minutes
    [InlineData("v...v", "12")]        // 40
    [InlineData("vv..v..vv", "11111")] // the gap slides
    [InlineData("vcv", "112")]         // the view after a close begins a visit; the close has the index of what it ends
    [InlineData("v....cv", "102")]     // a close after the limit ends nothing, the pause has
    [InlineData("vccv", "1102")]       // the second close ends nothing
    [InlineData("cv", "01")]           // nothing to close
    [InlineData("[cv]v", "112")]       // at one instant the close comes last
    [InlineData("[vc]v", "112")]
    [InlineData("xvxv", "0101")]       // other events are in no visit
    public void Evaluate_LimitAndCloses_FollowTheDefinition(string log, string expected)
        => Assert.Equal(expected, Split(log, SessionDefinition.Visits("v", "c")));

    [Theory] // as above, with separators and no close events
    [InlineData("vsvsv", "00102")]
    [InlineData("vv", "00")]           // no separator, no session
    [InlineData("sssv", "0003")]       // every separator uses up an index
    [InlineData("sv....v", "012")]     // a pause begins one too
    [InlineData("v....vsv", "0001")]   // but not before the first separator
    [InlineData("[vs]v", "101")]       // at one instant the separator comes first
    [InlineData("sv[sv][vs]", "010230")]
    public void Evaluate_Separators_FollowTheContract(string log, string expected)
        => Assert.Equal(expected, Split(log, SessionDefinition.Visits("v") with { Separators = EventFilter.Named("s") }));

    [Theory] // separators and closes together
    [InlineData("svcv", "0112")]
    [InlineData("scv", "001")]         // a session without events cannot be closed
    [InlineData("svcsv", "01102")]
    public void Evaluate_SeparatorsAndCloses_KeepTheirIndices(string log, string expected)
        => Assert.Equal(expected, Split(log, SessionDefinition.Visits("v", "c") with { Separators = EventFilter.Named("s") }));

    [Theory] // views at these local minutes before and after a midnight of New York
    [InlineData(SessionMidnight.Continues, -10, 10, 1)]
    [InlineData(SessionMidnight.Cuts, -10, 10, 2)]
    [InlineData(SessionMidnight.Cuts, -10, -1, 1)]
    [InlineData(SessionMidnight.Cuts, 0, 10, 1)]   // midnight itself belongs to the new day
    public void Evaluate_Midnight_IsThatOfTheZone(SessionMidnight midnight, int first, int second, int sessions)
    {
        TimeZoneInfo zone = NamedZones.Find("America/New_York");
        DateTimeOffset start = new ReportingCalendar(zone).StartOf(new(2026, 3, 8)); // the day has 23 hours
        UserOpsDataset data = Data(("v", start.AddMinutes(first)), ("v", start.AddMinutes(second)));
        SessionResult result = new SessionModel(SessionDefinition.Visits("v") with { Midnight = midnight }).Evaluate(data, Later with { Zone = zone });
        Assert.Equal(sessions, result.Summary.Sessions);
        Assert.Equal(sessions == 2 ? SessionStart.Midnight : SessionStart.FirstEvent, result.Users.Explain("u").Sessions[^1].StartedBy);
    }

    [Fact]
    public void Evaluate_CloseEvent_EndsTheDuration()
    {
        SessionSummary summary = new SessionModel(SessionDefinition.Visits("v", "c")).Evaluate(DataOf("vvc...v"), Later).Summary;
        Assert.Equal((2, 3, 20 * 60), (summary.Sessions, summary.Events, summary.Seconds));
        Assert.Equal(TimeSpan.FromMinutes(10), summary.MeanDuration.Value);
        Assert.Equal(1.5, summary.EventsPerSession.Value);
        Assert.Equal(2, summary.SessionsPerUser.Value);
    }

    [Fact]
    public void Evaluate_NoUsers_HasNoMeans()
    {
        SessionResult result = new SessionModel(SessionDefinition.Visits("v")).Evaluate(new UserOpsDatasetBuilder().Build(), Later);
        Assert.Equal(0, result.Summary.Sessions);
        Assert.Equal(UndefinedReason.EmptyPopulation, result.Summary.MeanDuration.Undefined);
        Assert.Equal(UndefinedReason.EmptyPopulation, result.Summary.EventsPerSession.Undefined);
        Assert.Equal("v", Assert.Single(result.Summary.UnknownEvents));
        Assert.Equal(0, result.Users.Indices.Length);
    }

    [Theory] // minutes from the last view to 'as of'
    [InlineData(0, 1)]
    [InlineData(29, 1)]
    [InlineData(30, 0)] // a view one tick later would be too late
    public void OpenSessions_AsOf_CountsWhatMayGoOn(int minutes, long open)
    {
        UserOpsDataset data = DataOf("v");
        DateTimeOffset last = new(data.Events.UtcTicks[0], TimeSpan.Zero);
        SessionSummary summary = new SessionModel(SessionDefinition.Visits("v")).Evaluate(data, Later with { AsOf = last.AddMinutes(minutes) }).Summary;
        Assert.Equal(open, summary.OpenSessions);
    }

    [Fact]
    public void OpenSessions_AtTheEndOfTime_AreNone()
    {
        var model = new SessionModel(new() { Events = "v", Closes = EventFilter.Named("c"), Midnight = SessionMidnight.Cuts });
        Assert.Equal(0, model.Evaluate(DataOf("v"), Later with { AsOf = DateTimeOffset.MaxValue }).Summary.OpenSessions);
    }

    [Fact]
    public void Explain_OfAUser_SaysWhy()
    {
        SessionExplanation told = new SessionModel(SessionDefinition.Visits("v", "c")).Evaluate(DataOf("vvcv....v"), Later).Users.Explain("u");
        Assert.Equal([SessionStart.FirstEvent, SessionStart.Closed, SessionStart.Inactivity], told.Sessions.Select(session => session.StartedBy));
        Assert.Equal(
            "u: 3 session(s)\n"
            + "  1: 2 event(s) from 2026-03-01T09:00:00.0000000+00:00 to 2026-03-01T09:20:00.0000000+00:00, begun by FirstEvent, closed\n"
            + "  2: 1 event(s) from 2026-03-01T09:30:00.0000000+00:00 to 2026-03-01T09:30:00.0000000+00:00, begun by Closed after 00:20:00\n"
            + "  3: 1 event(s) from 2026-03-01T10:20:00.0000000+00:00 to 2026-03-01T10:20:00.0000000+00:00, begun by Inactivity after 00:50:00",
            told.ToString());
        Assert.Throws<KeyNotFoundException>(() => new SessionModel(SessionDefinition.Visits("v")).Evaluate(DataOf("v"), Later).Users.Explain("nobody"));
    }

    [Fact]
    public void Model_ImpossibleDefinition_TellsEveryFault()
    {
        Assert.Equal(
            [("missingMember", "/events"), ("negativeDuration", "/inactivityLimit"), ("emptyName", "/separators/names/0"), ("missingMember", "/closes/names"), ("unknownValue", "/midnight")],
            Faults(new()
            {
                Events = null!,
                InactivityLimit = TimeSpan.FromSeconds(-1),
                Separators = EventFilter.Named(""),
                Closes = new() { Names = default },
                Midnight = (SessionMidnight)9,
            }));
        Assert.Equal([("noSessionRule", "")], Faults(new() { Events = EventFilter.Any }));
    }

    [Fact]
    public void Model_NegativeLimit_SaysSo() => Assert.Equal(
        "The inactivity limit is -00:00:01; it cannot be negative.",
        Assert.Throws<InvalidDefinitionException>(() => new SessionModel(SessionDefinition.Visits("v") with { InactivityLimit = TimeSpan.FromSeconds(-1) })).Issues[0].Message);

    [Fact]
    public void Evaluate_ColumnsThatAreAbsent_AreAllTold()
    {
        SegmentRule test = Field.Category("page").Is("home");
        var definition = new SessionDefinition
        {
            Events = EventFilter.Any.And(test),
            Separators = EventFilter.Any.And(test),
            Closes = EventFilter.Any.And(test),
        };
        var refusal = Assert.Throws<InvalidDefinitionException>(() => new SessionModel(definition).Evaluate(DataOf("v"), Later));
        Assert.Equal(["/events/where/field", "/separators/where/field", "/closes/where/field"], refusal.Issues.Select(issue => issue.Path));
    }

    [Fact]
    public void Merge_OtherQuestion_IsRefused()
    {
        SessionSummary a = new SessionModel(SessionDefinition.Visits("v")).Evaluate(DataOf("v"), Later).Summary;
        Assert.StartsWith(
            "The summaries answer different definitions; they cannot be added up.",
            Assert.Throws<ArgumentException>(() => SessionSummary.Merge(a, a with { Definition = SessionDefinition.Visits("w") })).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "The summaries have different contexts",
            Assert.Throws<ArgumentException>(() => SessionSummary.Merge(a, a with { Context = Later with { WeekStart = DayOfWeek.Sunday } })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_MoreThan256Names_ReadsWideCodes()
    {
        DateTimeOffset start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
        UserOpsDataset data = Data([.. Enumerable.Range(0, 300).Select(i => ($"e{i}", start.AddMinutes(i)))]);
        SessionSummary summary = new SessionModel(SessionDefinition.Visits(EventFilter.Named("e0", "e20", "e299"))).Evaluate(data, Later).Summary;
        Assert.Equal((2, 3), (summary.Sessions, summary.Events));
    }

    private static IEnumerable<(string Code, string Path)> Faults(SessionDefinition definition)
        => Assert.Throws<InvalidDefinitionException>(() => new SessionModel(definition)).Issues.Select(issue => (issue.Code, issue.Path));

    private static string Split(string log, SessionDefinition definition)
        => string.Concat(new SessionModel(definition).Evaluate(DataOf(log), Later).Users.Indices.ToArray());

    private static UserOpsDataset DataOf(string log)
    {
        var rows = new List<(string Name, DateTimeOffset At)>();
        DateTimeOffset at = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
        bool shares = false;
        foreach (char letter in log)
        {
            shares = letter == '[' || (shares && letter != ']');
            if (char.IsLetter(letter))
            {
                rows.Add((letter.ToString(), at));
            }

            at += shares || letter == '[' ? TimeSpan.Zero : TimeSpan.FromMinutes(10);
        }

        return Data([.. rows]);
    }

    private static UserOpsDataset Data(params (string Name, DateTimeOffset At)[] rows)
        => UserOpsDataset.FromEvents(rows, map => map.User(_ => "u").At(row => row.At).Name(row => row.Name));
}
