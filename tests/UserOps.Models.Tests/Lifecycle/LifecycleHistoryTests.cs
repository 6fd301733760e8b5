using System.Globalization;
using UserOps.Models.Lifecycle;
using static UserOps.Models.Tests.Lifecycle.SmallLifecycle;

namespace UserOps.Models.Tests.Lifecycle;

/// <summary>Stages over time: series, flows, spells, and the instants themselves.</summary>
public class LifecycleHistoryTests
{
    private static readonly LifecycleState Growth = In(LifecycleStage.Growth);
    private static readonly LifecycleState Dormant = In(LifecycleStage.Dormant);

    private static LifecycleHistory HistoryOf(int days, params string[] journeys)
        => new LifecycleModel(Definition).EvaluateHistory(Users(journeys), AtEndOf(days - 1), Days(days));

    [Fact]
    public void Summary_SeriesAndFlows_AreThoseOfTheLetters()
    {
        LifecycleHistorySummary summary = HistoryOf(3, "ggd", "gdd", ".gg").Summary;
        Assert.Equal([2, 2, 1], summary.Points.Select(point => point.Counts.UsersOf(LifecycleStage.Growth)));
        Assert.Equal([0, 1, 2], summary.Points.Select(point => point.Counts.UsersOf(LifecycleStage.Dormant)));
        Assert.Equal([1, 0, 0], summary.Points.Select(point => point.Counts.Absent));
        Assert.Equal(
            "1 Growth>Dormant 1|1 Growth>Growth 1|1 (absent)>Growth 1|2 Dormant>Dormant 1|2 Growth>Dormant 1|2 Growth>Growth 1",
            string.Join('|', summary.Flows.Select(flow => $"{flow.Point} {flow.From}>{flow.To} {flow.Users}")));
        Assert.All(summary.Flows, flow => Assert.Equal(summary.Points[flow.Point].Instant, flow.Instant));
    }

    [Fact]
    public void TimeIn_CompleteSpells_HaveBoundsAndCensoredOnesAreLeftOut()
    {
        // Growth: days 1 to 2 (complete, 1 to 3 days), from the start (open), until the end (open), day 1 alone (complete, 0 to 2 days).
        LifecycleHistory history = HistoryOf(5, "dggdd", "ggddd", "dddgg", "dgddd");
        LifecycleStageTime time = history.Summary.TimeIn(Growth);
        Assert.Equal((4, 2), (time.Spells, time.Complete));
        Assert.Equal(TimeSpan.FromHours(12), time.MeanAtLeast.Value);
        Assert.Equal(TimeSpan.FromDays(2.5), time.MeanAtMost.Value);
        LifecycleStageTime never = history.Summary.TimeIn(In(LifecycleStage.Churned));
        Assert.Equal((0, UndefinedReason.EmptyPopulation), (never.Spells, never.MeanAtLeast.Undefined));
        Assert.Throws<ArgumentException>(() => history.Summary.TimeIn(LifecycleState.Absent));
        Assert.Equal(time, UserOpsJson.Deserialize<LifecycleStageTime>(UserOpsJson.Serialize(time)));
    }

    [Fact]
    public void Spells_OfOneUser_SayWhatIsKnown()
    {
        LifecycleSpell[] spells = [.. HistoryOf(4, ".ggd").Users.Spells("u0")];
        Assert.Equal([LifecycleState.Absent, Growth, Dormant], spells.Select(spell => spell.State));
        Assert.Equal((TimeSpan.FromDays(1), (TimeSpan?)TimeSpan.FromDays(3)), (spells[1].AtLeast, spells[1].AtMost));
        Assert.Equal((null, null), (spells[0].AtMost, spells[2].AtMost)); // its beginning, its end are not known
        Assert.Throws<KeyNotFoundException>(() => HistoryOf(1, "g").Users.Spells("nobody"));
    }

    [Fact]
    public void EvaluateHistory_NoInstants_IsEmptyAndDone()
    {
        var told = new List<double>();
        LifecycleHistory history = new LifecycleModel(Definition).EvaluateHistory(Users("g"), AtEndOf(0), [], new() { Progress = new Listener(told.Add) });
        Assert.Equal((0, 0, 0), (history.Summary.Points.Length, history.Summary.Flows.Length, history.Summary.Spells.Length));
        Assert.Empty(history.Users.Spells("u0"));
        Assert.Equal([1.0], told);
        Assert.Throws<ArgumentOutOfRangeException>(() => history.Users.In(Growth, 0));
    }

    [Fact]
    public void EvaluateHistory_Progress_RisesToOneAndATokenEndsIt()
    {
        var told = new List<double>();
        new LifecycleModel(Definition).EvaluateHistory(Users("ggg"), AtEndOf(2), Days(3), new() { Progress = new Listener(told.Add) });
        Assert.Equal([1 / 3.0, 2 / 3.0, 1], told);
        Assert.ThrowsAny<OperationCanceledException>(() =>
            new LifecycleModel(Definition).EvaluateHistory(Users("ggg"), AtEndOf(2), Days(3), cancellationToken: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void EvaluateHistory_GridsThatCannotBe_AreRefused()
    {
        var model = new LifecycleModel(Definition);
        DateTimeOffset[] days = [.. Days(2)];
        Assert.Contains("not later", Refusal([days[1], days[0]]), StringComparison.Ordinal);
        Assert.Contains("not later", Refusal([days[0], days[0]]), StringComparison.Ordinal);
        Assert.Contains("after 'as of'", Refusal([days[1].AddTicks(1)]), StringComparison.Ordinal);
        Assert.Contains("at most 1000", Refusal([.. Enumerable.Range(0, 1_001).Select(i => days[0].AddTicks(i - 2_000))]), StringComparison.Ordinal);

        string Refusal(DateTimeOffset[] instants) => Assert.Throws<ArgumentException>(() => model.EvaluateHistory(Users("gg"), AtEndOf(1), instants)).Message;
    }

    [Fact]
    public void Merge_OtherInstants_IsRefused() => Assert.Contains(
        "different instants",
        Assert.Throws<ArgumentException>(() => LifecycleHistorySummary.Merge(
            new LifecycleModel(Definition).EvaluateHistory(Users("ggg"), AtEndOf(2), Days(3)).Summary,
            new LifecycleModel(Definition).EvaluateHistory(Users("ggg"), AtEndOf(2), Days(2)).Summary)).Message,
        StringComparison.Ordinal);

    [Theory] // zone, unit, first and last date, as of | the ends, one tick later each
    [InlineData("Asia/Shanghai", CalendarUnit.Month, "2026-01-15", "2026-03-01", "2026-12-31T00:00:00Z", "2026-02-01T00:00:00+08:00 2026-03-01T00:00:00+08:00 2026-04-01T00:00:00+08:00")]
    [InlineData("Asia/Shanghai", CalendarUnit.Month, "2026-01-15", "2026-03-01", "2026-03-15T00:00:00Z", "2026-02-01T00:00:00+08:00 2026-03-01T00:00:00+08:00")] // March is not over
    [InlineData("Europe/Berlin", CalendarUnit.Month, "2026-03-01", "2026-03-31", "2026-12-31T00:00:00Z", "2026-04-01T00:00:00+02:00")] // in summer time by then
    [InlineData("America/Havana", CalendarUnit.Day, "2024-03-09", "2024-03-10", "2024-12-31T00:00:00Z", "2024-03-10T01:00:00-04:00 2024-03-11T00:00:00-04:00")] // midnight was skipped
    [InlineData("Pacific/Apia", CalendarUnit.Day, "2011-12-29", "2011-12-31", "2012-12-31T00:00:00Z", "2011-12-31T00:00:00+14:00 2012-01-01T00:00:00+14:00")] // there was no 30 December
    [InlineData("Asia/Shanghai", CalendarUnit.Week, "2026-01-01", "2026-01-05", "2026-12-31T00:00:00Z", "2026-01-05T00:00:00+08:00 2026-01-12T00:00:00+08:00")]
    [InlineData("Asia/Shanghai", CalendarUnit.Month, "2026-03-01", "2026-02-01", "2026-12-31T00:00:00Z", "")]
    public void PeriodEnds_Zones_AreTheTickBeforeTheNextPeriod(string zone, CalendarUnit unit, string from, string to, string asOf, string expected)
    {
        var context = new EvaluationContext { AsOf = DateTimeOffset.Parse(asOf, CultureInfo.InvariantCulture), Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) };
        IEnumerable<DateTimeOffset> ends = LifecycleGrid.PeriodEnds(context, unit, DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture));
        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)),
            ends.Select(end => end.AddTicks(1)));
    }

    private sealed class Listener(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
