using UserOps.Models.Retention;
using UserOps.Models.Tests.Time;

namespace UserOps.Models.Tests.Retention;

public class RetentionModelTests
{
    private static readonly DateTimeOffset Day0 = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly RetentionDefinition Daily = new() { Start = "in", Return = "in", FirstCohort = new DateOnly(2026, 3, 1), Cohorts = 3, Periods = 3 };

    [Theory] // Samoa had no 2011-12-30: the first cohort is that of the 31st, a Saturday
    [InlineData(CalendarUnit.Day)]
    [InlineData(CalendarUnit.Week)] // weeks begin on Saturday
    public void Evaluate_FirstCohortOnADateTheZoneSkipped_IsThatOfTheNext(CalendarUnit unit)
    {
        EvaluationContext apia = EvaluationContext.AtEndOf(new(2012, 1, 31), NamedZones.Find("Pacific/Apia")) with { WeekStart = DayOfWeek.Saturday };
        RetentionDefinition definition = Daily with { Unit = unit, FirstCohort = new DateOnly(2011, 12, 30), Cohorts = 1 };
        RetentionCohort cohort = Assert.Single(new RetentionModel(definition).Evaluate(Log("ann 0"), apia).Summary.Cohorts);
        Assert.Equal(new DateOnly(2011, 12, 31), cohort.FirstDay);
    }

    [Theory] // a million cells a value: ten tables are possible
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void Add_ValuesWithAMember_AreRefusedPastTheLimit(int values, bool isRefused)
    {
        var tally = new RetentionTally(1_000, 1_000);
        Exception? refusal = Record.Exception(() =>
        {
            for (int value = 0; value < values; value++)
            {
                tally.Add(user: 0, value, cohort: 5, new ulong[16]);
            }
        });
        Assert.Equal(
            isRefused ? "The breakdown has more than 10 values with a member; with 1000 cohorts of 1000 columns that is the most for 10000000 cells." : null,
            (refusal as InvalidOperationException)?.Message);
    }

    [Theory] // whatever the threads
    [InlineData(1)]
    [InlineData(3)]
    public void Evaluate_BreakdownByAnId_IsRefused(int threads)
    {
        CategoryField id = Field.Category("id");
        UserOpsDataset data = UserOpsDataset.FromEvents(
            Enumerable.Range(0, 11), map => map.User(i => $"u{i}").At(_ => Day0).Name(_ => "in").With(id, i => $"order {i}"));
        var model = new RetentionModel(Daily with { Cohorts = 1_000, Periods = 1_000, Breakdown = id });
        Assert.StartsWith(
            "The breakdown has more than 10 values",
            Assert.Throws<InvalidOperationException>(() => model.Evaluate(data, EvaluationContext.AtEndOf(new(2026, 3, 9), TimeZoneInfo.Utc), new() { MaxDegreeOfParallelism = threads })).Message,
            StringComparison.Ordinal);
    }

    [Theory] // 'as of', in hours after the first midnight; a cell is known when its day is over to the last tick
    [InlineData(71.5, "2: 2 1 -, 1: 1 - -, 1: - - -")]
    [InlineData(72, "2: 2 1 1, 1: 1 1 -, 1: 1 - -")] // 'as of' is the last tick of day 2
    [InlineData(200, "2: 2 1 1, 1: 1 1 0, 1: 1 0 0")]
    public void Evaluate_AsOf_LeavesOutWhatIsNotOver(double hours, string expected)
    {
        UserOpsDataset data = Log("ann 0", "bob 1", "ann 25", "ann 49");
        Assert.Equal(expected, Show(Evaluate(Daily, data, hours).Summary));
    }

    [Fact]
    public void Evaluate_EventAfterAsOf_IsNotSeenAndCounted()
    {
        RetentionSummary summary = Evaluate(Daily, Log("ann 0", "ann 30", "bob 20"), 12).Summary;
        Assert.Equal("1: - - -, 0: - - -, 0: - - -", Show(summary));
        Assert.Equal(2, summary.EventsAfterAsOf);
    }

    [Fact]
    public void Evaluate_RollingDays_AreOverForTheLastStarterOfTheCohort()
    {
        RetentionDefinition rolling = Daily with { Alignment = RetentionAlignment.Rolling, Cohorts = 1 };
        UserOpsDataset data = Log("ann 0", "ann 25");
        Assert.Equal("1: 1 - -", Show(Evaluate(rolling, data, 71.99).Summary)); // somebody may start at 23:59:59.9999999: until then day 1 is open
        Assert.Equal("1: 1 1 -", Show(Evaluate(rolling, data, 72).Summary));
    }

    [Fact]
    public void Evaluate_NoEvents_HasZerosAndNoRates()
    {
        RetentionSummary summary = Evaluate(Daily, Log(), 200).Summary;
        Assert.Equal("0: 0 0 0, 0: 0 0 0, 0: 0 0 0", Show(summary));
        Assert.Null(summary.Cohorts[0].RetentionRate(1).Value!.Value.Value);
        Assert.Equal(UndefinedReason.EmptyPopulation, summary.MeanCurve[1].Simple.Undefined);
        Assert.Equal("in", Assert.Single(summary.UnknownEvents));
    }

    [Fact]
    public void RetentionRate_OpenCell_SaysSo()
    {
        RetentionCohort cohort = Evaluate(Daily, Log("ann 0"), 30).Summary.Cohorts[0];
        Assert.Equal(new Ratio(1, 1), cohort.RetentionRate(0).Value);
        Assert.Equal(UndefinedReason.NotYetObservable, cohort.RetentionRate(1).Undefined);
        Assert.Throws<ArgumentOutOfRangeException>(() => cohort.RetentionRate(3));
    }

    [Fact]
    public void MeanCurve_UnequalAndOpenCohorts_WeighsUsersOrCohorts()
    {
        // Day 0: ann, bob, eve, joe, of whom ann comes on day 1 and 2; day 1: ann and kim, of whom ann and kim come on day 2; day 2: ann, kim.
        RetentionDefinition definition = Daily with { PeriodZero = RetentionPeriodZero.CohortSize };
        RetentionSummary summary = Evaluate(definition, Log("ann 0", "bob 0", "eve 0", "joe 0", "ann 24", "kim 24", "ann 48", "kim 48"), 72).Summary;
        Assert.Equal("4: 4 1 1, 2: 2 2 -, 2: 2 - -", Show(summary));
        Assert.Equal(new RetentionMean(1, 2, new Ratio(3, 6), 0.625), summary.MeanCurve[1]); // (1 + 2) / (4 + 2), and (1/4 + 2/2) / 2
        Assert.Equal(new RetentionMean(2, 1, new Ratio(1, 4), 0.25), summary.MeanCurve[2]);
        Assert.Equal(new RetentionMean(1, 1, new Ratio(2, 2), 1.0), summary.MeanCurveOf([summary.Cohorts[1]])[1]);
    }

    [Fact]
    public void MeanCurve_OnOrAfter_WaitsForTheLastPeriod()
    {
        RetentionSummary summary = Evaluate(Daily with { Rule = RetentionRule.OnOrAfter }, Log("ann 0", "bob 0", "ann 24", "kim 24"), 72).Summary;
        Assert.Equal("2: 2 1 0, 2: 2 0 -, 0: 0 - -", Show(summary));
        Assert.Equal(new RetentionMean(1, 1, new Ratio(1, 2), 0.5), summary.MeanCurve[1]); // the second cohort may still come back on its day 2
        RetentionSummary early = Evaluate(Daily with { Rule = RetentionRule.OnOrAfter }, Log("ann 0"), 30).Summary;
        Assert.Equal(UndefinedReason.NotYetObservable, early.MeanCurve[0].Simple.Undefined);
    }

    [Fact]
    public void Merge_OtherDefinitionOrContext_IsRefused()
    {
        RetentionSummary summary = Evaluate(Daily, Log("ann 0"), 72).Summary;
        RetentionSummary other = Evaluate(Daily with { Periods = 2 }, Log("ann 0"), 72).Summary;
        RetentionSummary later = Evaluate(Daily, Log("ann 0"), 73).Summary;
        Assert.StartsWith("The summaries answer different definitions; they cannot be added up.", Assert.Throws<ArgumentException>(() => RetentionSummary.Merge(summary, other)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The summaries have different contexts (as of, zone, first day of the week); they cannot be added up.", Assert.Throws<ArgumentException>(() => RetentionSummary.Merge(summary, later)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Users_OpenCell_HasNoSet()
    {
        RetentionUsers users = Evaluate(Daily, Log("ann 0", "bob 1", "ann 25"), 49).Users;
        Assert.Equal(["ann", "bob"], users.Members(0).Ids().Select(id => id.ToString()));
        Assert.Equal(["ann"], users.Retained(0, 1)!.Ids().Select(id => id.ToString()));
        Assert.Equal(["bob"], users.NotRetained(0, 1)!.Ids().Select(id => id.ToString()));
        Assert.Null(users.Retained(0, 2));
        Assert.Null(users.NotRetained(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => users.Members(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => users.Retained(0, 3));
    }

    [Fact]
    public void Explain_MemberAndOutsiders_NamesEventsAndReasons()
    {
        RetentionDefinition definition = Daily with { Start = "start", CohortType = RetentionCohortType.FirstTime, MinimumOccurrences = 2, Cohorts = 1 };
        UserOpsDataset data = UserOpsDataset.FromEvents(
            new[] { ("ann", "start", 1), ("ann", "in", 25), ("ann", "in", 26), ("ann", "in", 50), ("bob", "in", 1), ("eve", "start", -3), ("joe", "start", 30) },
            map => map.User(row => row.Item1).Name(row => row.Item2).At(row => Day0.AddHours(row.Item3)));
        RetentionUsers users = Evaluate(definition, data, 100).Users;

        RetentionExplanation ann = users.Explain("ann");
        Assert.Null(ann.Absence);
        RetentionCohortExplanation cohort = Assert.Single(ann.Cohorts);
        Assert.Equal((0, new RetentionEvent(0, Day0.AddHours(1), "start"), 1), (cohort.Cohort, cohort.StartedBy, cohort.Starts));
        Assert.Equal(new RetentionCellExplanation { Column = 0, State = RetentionCell.Returned, Period = 0 }, cohort.Cells[0]); // the period is the cohort
        Assert.Equal(
            new RetentionCellExplanation { Column = 1, State = RetentionCell.Returned, Period = 1, Occurrences = 2, FirstReturn = new(1, Day0.AddHours(25), "in") },
            cohort.Cells[1]);
        Assert.Equal(
            new RetentionCellExplanation { Column = 2, State = RetentionCell.NotReturned, Period = 2, Occurrences = 1, FirstReturn = new(3, Day0.AddHours(50), "in") },
            cohort.Cells[2]); // one of two
        Assert.Equal(ann, UserOpsJson.Deserialize<RetentionExplanation>(UserOpsJson.Serialize(ann)));

        Assert.Equal((RetentionAbsence.NoStart, null), (users.Explain("bob").Absence, users.Explain("bob").OutsideBy));
        Assert.Equal((RetentionAbsence.Before, TimeSpan.FromHours(3)), (users.Explain("eve").Absence, users.Explain("eve").OutsideBy));
        Assert.Equal((RetentionAbsence.After, TimeSpan.FromHours(6) + TimeSpan.FromTicks(1)), (users.Explain("joe").Absence, users.Explain("joe").OutsideBy));
        Assert.Throws<KeyNotFoundException>(() => users.Explain("zoe"));
    }

    [Fact]
    public void Explain_FirstEventThatFails_SaysSo()
    {
        CategoryField channel = Field.Category("channel");
        UserOpsDataset data = UserOpsDataset.FromEvents(
            new[] { ("web", 1), ("app", 2) },
            map => map.User(_ => "ann").Name(_ => "in").At(row => Day0.AddHours(row.Item2)).With(channel, row => row.Item1));
        RetentionDefinition definition = Daily with { Start = EventFilter.Named("in").And(channel.Is("app")), CohortType = RetentionCohortType.FirstEver };
        RetentionExplanation ann = Evaluate(definition, data, 100).Users.Explain("ann");
        Assert.Equal((RetentionAbsence.FirstEventFails, new RetentionEvent(0, Day0.AddHours(1), "in")), (ann.Absence, ann.FirstStart));
    }

    [Fact]
    public void Presets_AreTaken_AndAskForNewUsers()
    {
        DateOnly first = new(2026, 3, 1);
        RetentionDefinition[] presets = [RetentionPresets.NextDay("in", "in", first, 7), RetentionPresets.SevenDay("in", "in", first, 7), RetentionPresets.Monthly("in", "in", first, 7)];
        Assert.Equal([(CalendarUnit.Day, 2), (CalendarUnit.Day, 8), (CalendarUnit.Month, 13)], presets.Select(preset => (preset.Unit, preset.Periods!.Value)));
        Assert.All(presets, preset => Assert.Equal(RetentionCohortType.FirstTime, new RetentionModel(preset).Definition.CohortType));
    }

    [Fact]
    public void Evaluate_Canceled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => new RetentionModel(Daily).Evaluate(Log("ann 0"), AsOf(72), cancellationToken: source.Token));
    }

    [Fact]
    public void Evaluate_Progress_NeverGoesBackAndEndsAtOne()
    {
        List<double> told = [];
        UserOpsDataset data = Log([.. Enumerable.Range(0, 500).Select(i => $"u{i} {i % 60}")]);
        new RetentionModel(Daily).Evaluate(data, AsOf(72), new() { MaxDegreeOfParallelism = 1, Progress = new Listener(told) });
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
    }

    private static RetentionResult Evaluate(RetentionDefinition definition, UserOpsDataset data, double asOfHours)
        => new RetentionModel(definition).Evaluate(data, AsOf(asOfHours));

    // The last tick before the hour, as EvaluationContext.AtEndOf gives it.
    private static EvaluationContext AsOf(double hours) => new() { AsOf = Day0.AddTicks((long)Math.Ceiling(hours * TimeSpan.TicksPerHour) - 1), Zone = TimeZoneInfo.Utc };

    private static UserOpsDataset Log(params string[] events) => UserOpsDataset.FromEvents(
        events.Select(text => text.Split(' ')),
        map => map.User(parts => parts[0]).Name(_ => "in").At(parts => Day0.AddHours(int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture))));

    private static string Show(RetentionSummary summary)
        => string.Join(", ", summary.Cohorts.Select(cohort => $"{cohort.Size}: {string.Join(' ', cohort.Retained.Select(users => users?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"))}"));

    private sealed class Listener(List<double> told) : IProgress<double>
    {
        public void Report(double value) => told.Add(value);
    }
}
