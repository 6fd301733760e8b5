using UserOps.Models.Activity;

namespace UserOps.Models.Tests.Activity;

public class ActiveUsersModelTests
{
    private static readonly ActiveUsersDefinition Definition = ActivityPresets.DailyWeeklyMonthly("login", ActivityRows.FirstDay, ActivityRows.FirstDay.AddDays(8));

    [Theory] // definition, days seen | active by day, and who on the last of them
    [InlineData("a 1.1", "b 11.", 1, "2 1 1", "a")]
    [InlineData("a 2.3", "b 12.", 2, "1 1 1", "a")] // it takes two
    [InlineData("a ...", "b ...", 1, "0 0 0", "")]
    public void Evaluate_Days_CountsWhoHasEnoughEvents(string first, string second, int minimum, string expected, string last)
    {
        var model = new ActiveUsersModel(new()
        {
            Activity = new() { Events = "login", MinimumEvents = minimum },
            From = ActivityRows.FirstDay,
            To = ActivityRows.FirstDay.AddDays(2),
            Units = [CalendarUnit.Day],
        });
        ActiveUsersResult result = model.Evaluate(ActivityRows.Of(first, second), ActivityRows.AfterDays(3));
        Assert.Equal(expected, string.Join(' ', result.Summary.By(CalendarUnit.Day).Periods.Select(period => period.Active)));
        Assert.Equal(last, ActivityRows.Names(result.Users.Active(CalendarUnit.Day, 2)));
    }

    [Fact]
    public void Mean_PeriodThatIsNotOver_IsLeftOut()
    {
        ActiveUsersSummary summary = new ActiveUsersModel(Definition).Evaluate(ActivityRows.Of("a 11", "b 1", "c ..1111111"), ActivityRows.AfterDays(9)).Summary;
        Assert.Equal([true, true, true, true, true, true, true, true, true], summary.By(CalendarUnit.Day).Periods.Select(day => day.Period.IsComplete));
        Assert.Equal(10 / 9.0, summary.By(CalendarUnit.Day).Mean.Value);
        Assert.Equal([true, true, false], summary.By(CalendarUnit.Week).Periods.Select(week => week.Period.IsComplete)); // Monday to Sunday
        Assert.Equal(2, summary.By(CalendarUnit.Week).Mean.Value);
        Assert.Equal(3, summary.By(CalendarUnit.Month).Periods[0].Active);
        Assert.Equal(UndefinedReason.NotYetObservable, summary.By(CalendarUnit.Month).Mean.Undefined);
    }

    [Fact]
    public void Mean_DateTheZoneSkipped_IsLeftOut()
    {
        TimeZoneInfo apia = Time.NamedZones.Find("Pacific/Apia");
        UserOpsDataset data = UserOpsDataset.FromEvents(
            new DateTimeOffset[] { new(2011, 12, 29, 12, 0, 0, TimeSpan.FromHours(-10)), new(2011, 12, 31, 12, 0, 0, TimeSpan.FromHours(14)) },
            map => map.User(_ => "ann").At(at => at).Name(_ => "login"));
        ActiveUsersSeries days = new ActiveUsersModel(new() { Activity = "login", From = new DateOnly(2011, 12, 29), To = new DateOnly(2011, 12, 31), Units = [CalendarUnit.Day] })
            .Evaluate(data, EvaluationContext.AtEndOf(new(2011, 12, 31), apia)).Summary.By(CalendarUnit.Day);
        Assert.Equal([1L, 0L, 1L], days.Periods.Select(day => day.Active));
        Assert.Equal(1, days.Mean.Value);
    }

    [Theory] // the 30th does not exist, and means the first instant of the 31st
    [InlineData(CalendarUnit.Day)]
    [InlineData(CalendarUnit.Week)] // from Saturday, so that the 31st begins one
    public void Evaluate_RangeOfADateTheZoneSkipped_IsThePeriodOfTheNext(CalendarUnit unit)
    {
        EvaluationContext apia = EvaluationContext.AtEndOf(new(2012, 1, 31), Time.NamedZones.Find("Pacific/Apia")) with { WeekStart = DayOfWeek.Saturday };
        var model = new ActiveUsersModel(new() { Activity = "login", From = new DateOnly(2011, 12, 30), To = new DateOnly(2011, 12, 30), Units = [unit] });
        ActiveUsersPeriod only = Assert.Single(model.Evaluate(ActivityRows.Of("ann 1"), apia).Summary.By(unit).Periods);
        Assert.Equal(new DateOnly(2011, 12, 31), only.Period.FirstDay);
        Assert.True(only.Period.End > only.Period.Start);
    }

    [Theory] // ann on the 29th, bob on the 31st, no 30th between them: windows that end on the 29th, the 30th and the 31st
    [InlineData(1, "1 0 1", 1.0)]
    [InlineData(2, "1 1 1", 1.0)]
    [InlineData(3, "1 1 2", 1.5)] // the second is no third value
    public void Mean_RollingWindowThatEndsOnADateTheZoneSkipped_IsLeftOut(int window, string expected, double mean)
    {
        (string User, DateTimeOffset At)[] rows = [("ann", new(2011, 12, 29, 12, 0, 0, TimeSpan.FromHours(-10))), ("bob", new(2011, 12, 31, 12, 0, 0, TimeSpan.FromHours(14)))];
        UserOpsDataset data = UserOpsDataset.FromEvents(rows, map => map.User(row => row.User).At(row => row.At).Name(_ => "login"));
        var model = new ActiveUsersModel(new() { Activity = "login", From = new DateOnly(2011, 12, 29), To = new DateOnly(2011, 12, 31), Units = [], RollingDays = [window] });
        ActiveUsersSummary summary = model.Evaluate(data, EvaluationContext.AtEndOf(new(2011, 12, 31), Time.NamedZones.Find("Pacific/Apia"))).Summary;
        Assert.Equal(expected, string.Join(' ', summary.InLast(window).Periods.Select(period => period.Active)));
        Assert.Equal(mean, summary.InLast(window).Mean.Value);
        Assert.Equal(mean, UserOpsJson.Deserialize<ActiveUsersSummary>(UserOpsJson.Serialize(summary)).InLast(window).Mean.Value);
    }

    [Fact]
    public void Evaluate_ManyUsers_IsTheSameFromBitmapsAndUserByUser()
    {
        var random = new Xoshiro256(3);
        const int Users = 140_000; // more than one tile of bitmaps has
        UserOpsDataset data = UserOpsDataset.FromEvents(
            Enumerable.Range(0, 3 * Users).Select(i => ((long)(i % Users), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(random.NextInt32(70 * 24)))),
            map => map.User(row => row.Item1).At(row => row.Item2).Name(_ => "login"));
        EvaluationContext context = EvaluationContext.AtEndOf(new(2026, 3, 5), TimeZoneInfo.Utc);
        var definition = new ActiveUsersDefinition { Activity = "login", From = new DateOnly(2026, 1, 3), To = new DateOnly(2026, 3, 7), RollingDays = [1, 7, 28, 61, 90] };
        ActiveUsersSummary summary = new ActiveUsersModel(definition).Evaluate(data, context).Summary;

        var log = new ActivityLog(data, definition.Activity, context, null, default);
        Assert.NotNull(log.Bitmaps());
        foreach (ActiveUsersSeries series in summary.Calendar)
        {
            PeriodTable table = ActivityTables.Of(context, series.Unit!.Value, definition.From, definition.To);
            UserPeriods periods = log.Periods(table);
            var counts = new long[table.Count];
            ActivityKernels.CountPeriods(periods.Numbers, periods.Counts, 1, counts);
            Assert.Equal(counts, series.Periods.Select(period => period.Active));
        }

        UserPeriods days = log.Days();
        foreach (ActiveUsersSeries series in summary.Rolling)
        {
            var changes = new long[series.Periods.Length + 1];
            for (int user = 0; user < Users; user++)
            {
                Range own = days.Offsets[user]..days.Offsets[user + 1];
                ActivityKernels.AddWindows(days.Numbers[own], days.Counts[own], series.RollingDays!.Value, 1, new DateOnly(2026, 1, 3).DayNumber, changes);
            }

            Assert.Equal(ActivityKernels.Accumulate(changes)[..^1], series.Periods.Select(period => period.Active));
        }
    }

    [Fact]
    public void Rolling_Window_SaysItsFirstAndLastDay()
    {
        ActivityPeriod window = new ActiveUsersModel(ActivityPresets.Rolling("login", new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 9)))
            .Evaluate(ActivityRows.Of("a 1"), ActivityRows.AfterDays(9)).Summary.InLast(7).Periods[0].Period;
        Assert.Equal((new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 9), true), (window.FirstDay, window.LastDay, window.IsComplete));
        Assert.Equal(TimeSpan.FromDays(7), window.End - window.Start);
    }

    [Fact]
    public void Constructor_EverythingWrong_ListsEveryFault()
    {
        var definition = new ActiveUsersDefinition
        {
            Activity = new() { Events = EventFilter.Named(""), MinimumEvents = 0 },
            From = new DateOnly(2026, 3, 2),
            To = new DateOnly(2026, 3, 1),
            Units = [CalendarUnit.Day, CalendarUnit.Day, (CalendarUnit)9],
            RollingDays = [0, 367, 0],
        };
        Assert.Equal(
            "emptyName /activity/events/names/0 An event has a name."
            + "|countNotPositive /activity/minimumEvents A user is active by at least 1 event; 0 is given."
            + "|duplicateUnit /units/1 Day is listed twice."
            + "|unknownValue /units/2 9 is not one of the named values."
            + "|countNotPositive /rollingDays/0 A window has at least 1 day; 0 is given."
            + "|windowTooLong /rollingDays/1 The window has 367 days; at most 366 are allowed."
            + "|countNotPositive /rollingDays/2 A window has at least 1 day; 0 is given."
            + "|duplicateWindow /rollingDays/2 A window of 0 days is listed twice."
            + "|rangeEmpty /to The range ends at 2026-03-01, which is in a day before that of its start at 2026-03-02.",
            ActivityRows.Text(Assert.Throws<InvalidDefinitionException>(() => new ActiveUsersModel(definition))));
    }

    [Fact]
    public void Constructor_NothingGiven_SaysWhatIsMissing()
        => Assert.Equal(
            "missingMember /activity There is no definition of an active user here; every question about activity needs one."
            + "|missingMember /units The list of units was never set; an empty list asks for rolling windows alone."
            + "|missingMember /rollingDays The list of windows was never set; an empty list asks for none.",
            ActivityRows.Text(Assert.Throws<InvalidDefinitionException>(() => new ActiveUsersModel(Definition with { Activity = null!, Units = default, RollingDays = default }))));

    [Theory] // unit, from, to | refused whatever the zone
    [InlineData(CalendarUnit.Week, "2026-03-07", "2026-03-01", false)] // one week, if it begins on Sunday
    [InlineData(CalendarUnit.Week, "2026-03-08", "2026-03-01", true)]
    [InlineData(CalendarUnit.Month, "2026-03-31", "2026-03-01", false)]
    [InlineData(CalendarUnit.Month, "2026-03-01", "2026-02-28", true)]
    [InlineData(CalendarUnit.Day, "2026-03-02T00:00:00Z", "2026-03-01", false)] // in New York it is the first
    [InlineData(CalendarUnit.Day, "2026-03-03T00:00:00Z", "2026-03-01", true)]
    [InlineData(CalendarUnit.Hour, "2026-03-01T03:00:00Z", "2026-03-01T00:59:00Z", true)]
    [InlineData(CalendarUnit.Hour, "2026-03-01T03:00:00Z", "2026-03-01T02:59:00Z", false)]
    [InlineData(CalendarUnit.Hour, "0001-01-01T01:00:00Z", "0001-01-01T00:00:00Z", false)] // nothing lies two hours before
    [InlineData(CalendarUnit.Hour, "0001-01-01T03:00:00Z", "0001-01-01T00:00:00Z", true)]
    public void Constructor_RangeThatEndsEarly_IsRefusedWhereItIsCertain(CalendarUnit unit, string from, string to, bool isRefused)
    {
        var definition = new ActiveUsersDefinition { Activity = "login", From = Moment(from), To = Moment(to), Units = [unit] };
        Exception? refusal = Record.Exception(() => new ActiveUsersModel(definition));
        Assert.Equal(isRefused ? "rangeEmpty" : null, (refusal as InvalidDefinitionException)?.Issues.Single().Code);
    }

    [Fact]
    public void Constructor_RangeOfCenturies_IsRefused()
        => Assert.Equal(
            "rangeTooLong /to The range has 36526 days; at most 36525 are allowed by Day.",
            ActivityRows.Text(Assert.Throws<InvalidDefinitionException>(() => new ActiveUsersModel(Definition with { To = ActivityRows.FirstDay.AddDays(36_525) }))));

    [Fact]
    public void Evaluate_ColumnThatIsAbsent_IsRefusedAtItsPlace()
    {
        var model = new ActiveUsersModel(Definition with { Activity = EventFilter.Named("login").And(Field.Flag("vip").Is(true)) });
        InvalidDefinitionException refusal = Assert.Throws<InvalidDefinitionException>(() => model.Evaluate(ActivityRows.Of("a 1"), ActivityRows.AfterDays(1)));
        Assert.StartsWith("/activity/events/where", Assert.Single(refusal.Issues).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_NameTheDataNeverHeld_IsZeroAndANotice()
    {
        ActiveUsersSummary summary = new ActiveUsersModel(Definition with { Activity = EventFilter.Named("zzz", "aaa") }).Evaluate(ActivityRows.Of("a 1"), ActivityRows.AfterDays(1)).Summary;
        Assert.Equal(["aaa", "zzz"], summary.UnknownEvents.AsEnumerable());
        Assert.Equal(0, summary.By(CalendarUnit.Month).Periods[0].Active);
    }

    [Fact]
    public void Summary_ThroughJson_IsEqual()
    {
        ActiveUsersSummary summary = new ActiveUsersModel(Definition with { RollingDays = [7] }).Evaluate(ActivityRows.Of("a 11", "b 1"), ActivityRows.AfterDays(9)).Summary;
        Assert.Equal(summary, UserOpsJson.Deserialize<ActiveUsersSummary>(UserOpsJson.Serialize(summary)));
        Assert.Equal(summary.GetHashCode(), UserOpsJson.Deserialize<ActiveUsersSummary>(UserOpsJson.Serialize(summary)).GetHashCode());
    }

    [Fact]
    public void Asked_ForWhatTheDefinitionLeavesOut_IsRefused()
    {
        ActiveUsersResult result = new ActiveUsersModel(Definition).Evaluate(ActivityRows.Of("a 1"), ActivityRows.AfterDays(9));
        Assert.Equal("The definition does not ask for Hour. (Parameter 'unit')", Assert.Throws<ArgumentException>(() => result.Summary.By(CalendarUnit.Hour)).Message);
        Assert.Equal("The definition does not ask for a window of 7 days. (Parameter 'days')", Assert.Throws<ArgumentException>(() => result.Users.ActiveInLast(7, 0)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Users.Active(CalendarUnit.Day, 9));
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Users.Active(CalendarUnit.Day, -1));
    }

    [Fact]
    public void Merge_OtherQuestion_IsRefused()
    {
        ActiveUsersSummary summary = new ActiveUsersModel(Definition).Evaluate(ActivityRows.Of("a 1"), ActivityRows.AfterDays(9)).Summary;
        ActiveUsersSummary other = new ActiveUsersModel(Definition with { Units = [CalendarUnit.Day] }).Evaluate(ActivityRows.Of("a 1"), ActivityRows.AfterDays(9)).Summary;
        Assert.Equal("The summaries answer different definitions; they cannot be added up. (Parameter 'b')", Assert.Throws<ArgumentException>(() => ActiveUsersSummary.Merge(summary, other)).Message);
        ActiveUsersSummary later = summary with { Context = ActivityRows.AfterDays(10) };
        Assert.Equal(
            "The summaries have different contexts (as of, zone, first day of the week); they cannot be added up. (Parameter 'b')",
            Assert.Throws<ArgumentException>(() => ActiveUsersSummary.Merge(summary, later)).Message);
    }

    private static DateOrInstant Moment(string text) => UserOpsJson.Deserialize<ActiveUsersDefinition>(
        $$$"""{"activity":{"events":{}},"from":"{{{text}}}","to":"2026-03-01"}""").From;
}
