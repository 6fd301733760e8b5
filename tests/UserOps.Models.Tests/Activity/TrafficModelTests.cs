using UserOps.Models.Activity;
using UserOps.Models.Tests.Time;

namespace UserOps.Models.Tests.Activity;

/// <summary>Traffic by hand: what each number counts, and what is refused.</summary>
public class TrafficModelTests
{
    private static readonly CategoryField Source = Field.Category("source");

    private static readonly TrafficDefinition Days = new()
    {
        Visits = SessionDefinition.Visits("view", "close"),
        Period = CalendarUnit.Day,
        From = new(2026, 3, 2),
        To = new(2026, 3, 3),
        Source = Source,
    };

    private static readonly EvaluationContext Shanghai = EvaluationContext.AtEndOf(new(2026, 3, 31), NamedZones.Find("Asia/Shanghai"));

    [Fact]
    public void Evaluate_TwoDays_CountsVisitorsViewsAndVisits()
    {
        TrafficSummary summary = Evaluate(
            Days,
            Row("ann", "03-02 09:00", "organic"),
            Row("ann", "03-02 09:00"),            // the page loaded again: a view more
            Row("ann", "03-02 09:30"),            // exactly 30 minutes: the same visit
            Row("ann", "03-02 10:01", "paid"),    // 31 minutes: another
            Row("ann", "03-03 08:00", "organic"), // ann again: one visitor of the two days
            Row("bob", "03-03 08:00"),
            Row("bob", "03-03 08:10", name: "close"),
            Row("bob", "03-03 08:11", "organic"));

        Assert.Equal([1, 2], summary.Periods.Select(period => period.Counts.UniqueVisitors));
        Assert.Equal(2, summary.Total.UniqueVisitors); // not 1 + 2
        Assert.Equal([4, 3], summary.Periods.Select(period => period.Counts.PageViews));
        Assert.Equal([2, 3], summary.Periods.Select(period => period.Counts.Visits));
        Assert.Equal([1, 3], summary.Periods.Select(period => period.Counts.Bounces));
        Assert.Equal(2, summary.Periods[0].Counts.ViewsPerVisit.Value);
        Assert.Equal(TimeSpan.FromMinutes(15), summary.Periods[0].Counts.MeanVisitDuration.Value);
        Assert.Equal(new Ratio(4, 5), summary.Total.BounceShare);
        Assert.Equal(2.5, summary.Total.VisitsPerVisitor.Value);
        Assert.Equal(1.0 / 24, summary.Periods[0].VisitorsPerHour.Value);
        Assert.Equal(
            [("organic", new Ratio(3, 5), 2L), ("paid", new Ratio(1, 5), 1L), (null, new Ratio(1, 5), 1L)],
            summary.BySource.Select(row => (row.Value, row.Share, row.Visitors)));
        Assert.Equal(0.6, summary.SourceShare("organic").Value);
        Assert.Equal(new Ratio(0, 5), summary.SourceShare("nowhere"));
    }

    [Theory] // a visit from 23:50 to 00:10: views of its day and of the next, visits of the day it began - or cut
    [InlineData(SessionMidnight.Continues, "1 0", "1 1", "2 0")]
    [InlineData(SessionMidnight.Cuts, "1 1", "1 1", "1 1")]
    public void Evaluate_VisitAcrossMidnight_FollowsTheOption(SessionMidnight midnight, string visits, string views, string visitViews)
    {
        TrafficSummary summary = Evaluate(
            Days with { Visits = Days.Visits with { Midnight = midnight } }, Row("ann", "03-02 23:50"), Row("ann", "03-03 00:10"));
        Assert.Equal(visits, string.Join(' ', summary.Periods.Select(period => period.Counts.Visits)));
        Assert.Equal(views, string.Join(' ', summary.Periods.Select(period => period.Counts.PageViews)));
        Assert.Equal(visitViews, string.Join(' ', summary.Periods.Select(period => period.Counts.VisitViews)));
        Assert.Equal("1 1", string.Join(' ', summary.Periods.Select(period => period.Counts.UniqueVisitors)));
    }

    [Fact]
    public void Evaluate_VisitBegunBeforeTheReport_CountsViewsOnly()
    {
        TrafficSummary summary = Evaluate(Days, Row("ann", "03-01 23:50"), Row("ann", "03-02 00:10"));
        Assert.Equal((1, 1, 0), (summary.Total.PageViews, summary.Total.UniqueVisitors, summary.Total.Visits));
        Assert.Equal(new Ratio(0, 0), summary.Total.BounceShare);
        Assert.Empty(summary.BySource);
    }

    [Fact]
    public void Evaluate_AsOfInsideAPeriod_SaysWhatIsOpen()
    {
        EvaluationContext noon = Shanghai with { AsOf = At("03-03 12:00") };
        TrafficSummary summary = new TrafficModel(Days).Evaluate(
            Data(Row("ann", "03-03 11:45"), Row("ann", "03-03 12:10"), Row("bob", "03-03 11:00")), noon).Summary;
        Assert.Equal([true, false], summary.Periods.Select(period => period.IsComplete));
        Assert.Equal((2, 1), (summary.Total.Visits, summary.Total.OpenVisits));
        Assert.Equal(1, summary.EventsAfterAsOf);
        Assert.Equal(UndefinedReason.NotYetObservable, summary.Periods[1].VisitorsPerHour.Undefined);
    }

    [Fact]
    public void Evaluate_DateTheZoneSkipped_HasNoLength()
    {
        EvaluationContext apia = EvaluationContext.AtEndOf(new(2012, 1, 31), NamedZones.Find("Pacific/Apia"));
        var definition = Days with { From = new(2011, 12, 29), To = new(2011, 12, 31) };
        TrafficPeriod skipped = new TrafficModel(definition).Evaluate(Data(), apia).Summary.Periods[1];
        Assert.Equal((new DateOnly(2011, 12, 30), skipped.Start), (skipped.FirstDay, skipped.End));
        Assert.Equal(UndefinedReason.ZeroBase, skipped.VisitorsPerHour.Undefined);

        definition = definition with { From = new(2011, 12, 30), To = new(2011, 12, 30), Period = CalendarUnit.Hour };
        TrafficResult hours = new TrafficModel(definition).Evaluate(Data(), apia);
        Assert.Empty(hours.Summary.Periods);
        Assert.Equal(0, hours.Users.Visitors.Count);
    }

    [Theory]
    [InlineData("America/New_York", "2026-03-08", 23)]
    [InlineData("America/New_York", "2026-11-01", 25)]
    [InlineData("Africa/Cairo", "2026-04-24", 23)]
    [InlineData("UTC", "9999-12-31", 24)]
    public void Periods_HoursOfADate_AreAsManyAsItHas(string zone, string date, int hours)
    {
        DateOnly day = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        TrafficResult result = new TrafficModel(Days with { Period = CalendarUnit.Hour, From = day, To = day })
            .Evaluate(Data(), EvaluationContext.AtEndOf(day, NamedZones.Find(zone)));
        Assert.Equal(hours, result.Summary.Periods.Length);
        Assert.All(result.Summary.Periods, period => Assert.True(period.IsComplete));
    }

    [Fact]
    public void Evaluate_VisitorWhoBecomesAUser_IsOneWhereIngestKnowsIt()
    {
        Dictionary<string, string> accounts = new(StringComparer.Ordinal) { ["cookie 7"] = "ann" };
        View[] rows = [Row("cookie 7", "03-02 09:00", "organic"), Row("ann", "03-02 09:10"), Row("cookie 8", "03-02 10:00")];
        UserOpsDataset asRead = Data(rows);
        UserOpsDataset mapped = Data([.. rows.Select(row => row with { User = accounts.GetValueOrDefault(row.User, row.User) })]);
        TrafficModel model = new(Days);
        Assert.Equal((3, 3), (model.Evaluate(asRead, Shanghai).Summary.Total.UniqueVisitors, model.Evaluate(asRead, Shanghai).Summary.Total.Visits));
        Assert.Equal((2, 2), (model.Evaluate(mapped, Shanghai).Summary.Total.UniqueVisitors, model.Evaluate(mapped, Shanghai).Summary.Total.Visits));
    }

    [Fact]
    public void Users_PeriodThatIsNot_IsRefused()
    {
        TrafficUsers users = new TrafficModel(Days).Evaluate(Data(), Shanghai).Users;
        Assert.Throws<ArgumentOutOfRangeException>(() => users.VisitorsIn(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => users.VisitorsIn(2));
        Assert.Throws<KeyNotFoundException>(() => users.Explain("nobody"));
    }

    [Fact]
    public void Model_ImpossibleDefinition_TellsEveryFault()
    {
        TrafficDefinition definition = new()
        {
            Visits = new() { Events = EventFilter.Named("") },
            Period = (CalendarUnit)7,
            From = new(2026, 3, 2),
            To = new(2026, 3, 1),
            Source = Field.LocalTime,
        };
        Assert.Equal(
            [("emptyName", "/visits/events/names/0"), ("noSessionRule", "/visits"), ("unknownValue", "/period"), ("rangeEmpty", "/to"), ("notAProperty", "/source")],
            Faults(definition));
        Assert.Equal([("missingMember", "/visits")], Faults(Days with { Visits = null! }));
    }

    [Theory]
    [InlineData(CalendarUnit.Hour, 416, true)]
    [InlineData(CalendarUnit.Hour, 417, false)]
    [InlineData(CalendarUnit.Day, 10_000, true)]
    [InlineData(CalendarUnit.Day, 10_001, false)]
    [InlineData(CalendarUnit.Week, 70_006, true)]
    [InlineData(CalendarUnit.Month, 280_028, false)]
    public void Model_ManyPeriods_AreRefused(CalendarUnit period, int dates, bool isTaken)
    {
        DateOnly from = new(2000, 1, 1);
        TrafficDefinition definition = Days with { Period = period, From = from, To = from.AddDays(dates - 1) };
        Assert.Equal(isTaken ? [] : [("rangeTooLong", "/to")], isTaken ? [] : Faults(definition));
        if (isTaken)
        {
            Assert.Equal(definition, new TrafficModel(definition).Definition);
        }
    }

    [Fact]
    public void Evaluate_SourceThatIsAbsent_IsRefusedWithTheOthers()
    {
        var definition = Days with { Source = Field.Category("origin"), Visits = Days.Visits with { Events = EventFilter.Any.And(Field.Flag("vip").Is(true)) } };
        var refusal = Assert.Throws<InvalidDefinitionException>(() => new TrafficModel(definition).Evaluate(Data(), Shanghai));
        Assert.Equal(["/visits/events/where/field", "/source"], refusal.Issues.Select(issue => issue.Path));
    }

    private static IEnumerable<(string Code, string Path)> Faults(TrafficDefinition definition)
        => Assert.Throws<InvalidDefinitionException>(() => new TrafficModel(definition)).Issues.Select(issue => (issue.Code, issue.Path));

    private static TrafficSummary Evaluate(TrafficDefinition definition, params View[] rows) => new TrafficModel(definition).Evaluate(Data(rows), Shanghai).Summary;

    private static UserOpsDataset Data(params View[] rows)
        => UserOpsDataset.FromEvents(rows, map => map.User(row => row.User).At(row => row.At).Name(row => row.Name).With(Source, row => row.Source));

    private static View Row(string user, string time, string? source = null, string name = "view") => new(user, name, At(time), source);

    private static DateTimeOffset At(string time)
        => DateTimeOffset.Parse($"2026-{time}+08:00", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record View(string User, string Name, DateTimeOffset At, string? Source);
}
