using UserOps.Models.Activity;

namespace UserOps.Models.Tests.Activity;

/// <summary>The traffic model against a naive count, over random logs, zones and calendars.</summary>
public class TrafficTwinTests
{
    private const int Logs = 400;

    [Fact]
    public void Evaluate_RandomLog_EqualsTheTwin()
    {
        long visits = 0;
        foreach (RandomVisits asked in Cases(11))
        {
            TrafficSummary summary = Evaluate(asked).Summary;
            View[] views = [.. ViewsOf(asked)];
            Visit[] begun = [.. VisitsOf(asked)];
            foreach (TrafficPeriod period in summary.Periods)
            {
                AssertCounts(
                    period.Counts,
                    [.. views.Where(view => view.At >= period.Start && view.At < period.End)],
                    [.. begun.Where(visit => visit.Start >= period.Start && visit.Start < period.End)]);
                Assert.Equal(asked.Context.AsOf >= period.End.AddTicks(-1), period.IsComplete);
            }

            AssertCounts(
                summary.Total,
                [.. views.Where(view => summary.Periods.Any(period => view.At >= period.Start && view.At < period.End))],
                [.. begun.Where(visit => summary.Periods.Any(period => visit.Start >= period.Start && visit.Start < period.End))]);
            visits += summary.Total.Visits;
        }

        Assert.True(visits > 5 * Logs, "The logs are too thin to say anything.");
    }

    [Fact]
    public void Periods_RandomDates_AreThoseOfTheirDates()
    {
        foreach (RandomVisits asked in Cases(12))
        {
            var calendar = ReportingCalendar.Of(asked.Context);
            TrafficDefinition definition = asked.Definition;
            var dates = Enumerable.Range(0, definition.To.DayNumber - definition.From.DayNumber + 1).Select(definition.From.AddDays);
            IEnumerable<CalendarPeriod> expected = definition.Period == CalendarUnit.Hour
                ? calendar.Periods(CalendarUnit.Hour, InstantRange.Days(definition.From, definition.To.AddDays(1), asked.Context.Zone))
                : dates.Select(date => calendar.PeriodOf(definition.Period, date)).Distinct();
            Assert.Equal(
                expected.Select(period => (period.FirstDay, period.Start, period.End)),
                Evaluate(asked).Summary.Periods.Select(period => (period.FirstDay, period.Start, period.End)));
        }
    }

    [Fact]
    public void BySource_RandomLog_EqualsTheTwin()
    {
        foreach (RandomVisits asked in Cases(13).Where(asked => asked.Definition.Source is not null))
        {
            TrafficSummary summary = Evaluate(asked).Summary;
            Visit[] inReport = [.. VisitsOf(asked).Where(visit => summary.Periods.Any(period => visit.Start >= period.Start && visit.Start < period.End))];
            var expected = inReport.GroupBy(visit => visit.Source).OrderBy(rows => rows.Key is null).ThenBy(rows => rows.Key, StringComparer.Ordinal)
                .Select(rows => (
                    rows.Key,
                    new Ratio(rows.Count(), inReport.Length),
                    (long)rows.Select(visit => visit.User).Distinct().Count(),
                    (long)rows.Sum(visit => visit.Views),
                    (long)rows.Count(visit => visit.Views == 1)));
            Assert.Equal(expected, summary.BySource.Select(row => (row.Value, row.Share, row.Visitors, row.VisitViews, row.Bounces)));
            Assert.Equal(summary.Total.Visits, summary.BySource.Sum(row => row.Visits));
            Assert.Equal(summary.Total.VisitSeconds, summary.BySource.Sum(row => row.VisitSeconds));
        }
    }

    [Fact]
    public void Counts_RandomLog_KeepTheInvariants()
    {
        foreach (RandomVisits asked in Cases(14))
        {
            TrafficSummary summary = Evaluate(asked).Summary;
            Assert.Equal(summary.Total.PageViews, summary.Periods.Sum(period => period.Counts.PageViews));
            Assert.Equal(summary.Total.Visits, summary.Periods.Sum(period => period.Counts.Visits));
            Assert.Equal(summary.Total.VisitSeconds, summary.Periods.Sum(period => period.Counts.VisitSeconds));
            Assert.InRange(
                summary.Total.UniqueVisitors,
                summary.Periods.Select(period => period.Counts.UniqueVisitors).Append(0).Max(),
                summary.Periods.Sum(period => period.Counts.UniqueVisitors));
            Assert.All(summary.Periods, period => Assert.True(period.Counts.Bounces <= period.Counts.Visits && period.Counts.Visits <= period.Counts.VisitViews));
            if (asked.Visits is { Midnight: SessionMidnight.Cuts, Separators: null } && asked.Definition.Period != CalendarUnit.Hour)
            {
                Assert.All(summary.Periods, period => Assert.Equal(period.Counts.PageViews, period.Counts.VisitViews)); // no visit leaves its day
            }
        }
    }

    [Fact]
    public void Users_RandomLog_AreThoseCounted()
    {
        foreach (RandomVisits asked in Cases(15))
        {
            TrafficResult result = Evaluate(asked);
            Assert.Equal(result.Summary.Total.UniqueVisitors, result.Users.Visitors.Count);
            View[] views = [.. ViewsOf(asked)];
            for (int i = 0; i < result.Summary.Periods.Length; i++)
            {
                TrafficPeriod period = result.Summary.Periods[i];
                Assert.Equal(
                    views.Where(view => view.At >= period.Start && view.At < period.End).Select(view => view.User).Distinct().Order(StringComparer.Ordinal),
                    result.Users.VisitorsIn(i).Ids().Select(id => id.ToString()).Order(StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public void Explain_EveryUser_AddsUpToTheCounts()
    {
        foreach (RandomVisits asked in Cases(16))
        {
            UserOpsDataset data = asked.Data();
            TrafficResult result = new TrafficModel(asked.Definition).Evaluate(data, asked.Context);
            TrafficExplanation[] told = [.. UserSet.Everyone(data.Directory).Ids().Select(result.Users.Explain)];
            TrafficVisit[] visits = [.. told.SelectMany(user => user.Visits)];
            for (int i = 0; i < result.Summary.Periods.Length; i++)
            {
                TrafficCounts counts = result.Summary.Periods[i].Counts;
                TrafficVisit[] own = [.. visits.Where(visit => visit.Period == i)];
                Assert.Equal(
                    (counts.Visits, counts.VisitViews, counts.Bounces, counts.OpenVisits),
                    (own.Length, own.Sum(visit => visit.Session.Events), own.Count(visit => visit.IsBounce), own.Count(visit => visit.Session.IsOpen)));
            }

            Assert.All(result.Summary.BySource, row => Assert.Equal(row.Visits, visits.Count(visit => visit.Period is not null && visit.Source == row.Value)));
            Assert.All(told.Take(3), user => Assert.Equal(user, UserOpsJson.Deserialize<TrafficExplanation>(UserOpsJson.Serialize(user))));
        }
    }

    [Fact]
    public void Evaluate_ThreadsAndArrival_GiveTheSame()
    {
        foreach (RandomVisits asked in Cases(17).Take(150))
        {
            var model = new TrafficModel(asked.Definition);
            UserOpsDataset data = asked.Data();
            TrafficSummary expected = model.Evaluate(data, asked.Context, new() { MaxDegreeOfParallelism = 1 }).Summary;
            Assert.Equal(expected, model.Evaluate(asked.Reversed().Data(), asked.Context).Summary);
            for (int threads = 2; threads <= 8; threads++)
            {
                Assert.Equal(expected, model.Evaluate(data, asked.Context, new() { MaxDegreeOfParallelism = threads }).Summary);
            }
        }
    }

    [Fact]
    public void Merge_ShardsOfUsers_EqualsTheWhole()
    {
        foreach (RandomVisits asked in Cases(18))
        {
            var model = new TrafficModel(asked.Definition);
            TrafficSummary whole = model.Evaluate(asked.Data(), asked.Context).Summary;
            TrafficSummary merged = Enumerable.Range(0, 3)
                .Select(shard => model.Evaluate(asked.Data(user => user[^1] % 3 == shard), asked.Context).Summary).Aggregate(TrafficSummary.Merge);
            Assert.Equal(whole, merged);
            Assert.Equal(whole, UserOpsJson.Deserialize<TrafficSummary>(UserOpsJson.Serialize(merged)));
            Assert.Equal(UserOpsJson.Serialize(whole), UserOpsJson.Serialize(merged));
        }
    }

    private static void AssertCounts(TrafficCounts counts, View[] views, Visit[] visits)
    {
        Assert.Equal(views.Length, counts.PageViews);
        Assert.Equal(views.Select(view => view.User).Distinct().Count(), counts.UniqueVisitors);
        Assert.Equal(visits.Length, counts.Visits);
        Assert.Equal(visits.Sum(visit => visit.Views), counts.VisitViews);
        Assert.Equal(visits.Sum(visit => visit.Length.Ticks), counts.VisitSeconds * TimeSpan.TicksPerSecond);
        Assert.Equal(visits.Count(visit => visit.Views == 1), counts.Bounces);
        Assert.Equal(visits.Count(visit => visit.IsOpen), counts.OpenVisits);
    }

    private static TrafficResult Evaluate(RandomVisits asked) => new TrafficModel(asked.Definition).Evaluate(asked.Data(), asked.Context);

    private static IEnumerable<string> Users(RandomVisits asked) => asked.Rows.Select(row => row.User).Distinct();

    private static IEnumerable<View> ViewsOf(RandomVisits asked)
        => Users(asked).SelectMany(user => new TwinVisits(asked, user).Events.Select(row => new View(user, row.At)));

    private static IEnumerable<Visit> VisitsOf(RandomVisits asked)
    {
        foreach (string user in Users(asked))
        {
            var twin = new TwinVisits(asked, user);
            var sessions = twin.Sessions().ToArray();
            for (int i = 0; i < sessions.Length; i++)
            {
                (_, VisitRow[] own, DateTimeOffset end) = sessions[i];
                string? source = own.Where(row => row.At == own[0].At && row.Source is not null).Select(row => row.Source).Order(StringComparer.Ordinal).FirstOrDefault();
                bool isOpen = i == sessions.Length - 1 && twin.WouldGoOn(asked.Context.AsOf.AddTicks(1));
                yield return new(user, own[0].At, end - own[0].At, own.Length, source, isOpen);
            }
        }
    }

    private static IEnumerable<RandomVisits> Cases(int block) => Enumerable.Range(block * Logs, Logs).Select(RandomVisits.Create);

    private sealed record View(string User, DateTimeOffset At);

    private sealed record Visit(string User, DateTimeOffset Start, TimeSpan Length, int Views, string? Source, bool IsOpen);
}
