using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

public partial class DurationModelTests
{
    private static readonly DateTimeOffset Origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DurationDefinition Closing = new()
    {
        Start = "S",
        Ends = [new() { Events = "C", Cause = "closed" }, new() { Events = "M", Cause = "moved" }],
    };

    private static readonly DurationDefinition Silence = new()
    {
        Start = "S",
        Inactivity = new() { Activity = "a", Limit = TimeSpan.FromDays(3) },
    };

    private static readonly DurationDefinition LastSeen = Silence with { Inactivity = Silence.Inactivity! with { EndsAt = InactivityEnd.LastActivity } };

    [Theory] // a letter per day, several in brackets; seen until day 9 -> outcome, time, cause
    [InlineData("S....C....", DurationOutcome.Ended, 5.0, "closed")]
    [InlineData("..S....M..", DurationOutcome.Ended, 5.0, "moved")]
    [InlineData("S.........", DurationOutcome.Censored, 9.0, null)]
    [InlineData("..........", DurationOutcome.NotStarted, null, null)]
    [InlineData("C..S......", DurationOutcome.Censored, 6.0, null)] // an end before the start ends nothing
    [InlineData("S..S..C...", DurationOutcome.Ended, 6.0, "closed")] // the first start counts
    [InlineData("[SC]......", DurationOutcome.Ended, 0.0, "closed")] // gone at once is gone
    [InlineData("[CS]......", DurationOutcome.Ended, 0.0, "closed")]
    [InlineData("S...[MC]..", DurationOutcome.Ended, 4.0, "closed")] // the first entry of the ends decides
    [InlineData(".........S", DurationOutcome.Censored, 0.0, null)]
    public void Evaluate_EndEvents_StopTheClock(string journey, DurationOutcome outcome, double? time, string? cause)
        => AssertIs(Closing, journey, outcome, time, cause);

    [Theory] // activity a, limit 3 days
    [InlineData("S.........", DurationOutcome.Ended, 3.0)] // the start is activity
    [InlineData("S..a..a..a", DurationOutcome.Censored, 9.0)] // in time at exactly the limit
    [InlineData("S..a...a..", DurationOutcome.Ended, 6.0)] // one day late; coming back changes nothing
    [InlineData("S..a..a...", DurationOutcome.Ended, 9.0)] // the limit has passed at 'as of', that instant seen
    [InlineData("S..a...a.a", DurationOutcome.Ended, 6.0)]
    [InlineData(".......S..", DurationOutcome.Censored, 2.0)]
    public void Evaluate_Inactivity_EndsWhenTheLimitHasPassed(string journey, DurationOutcome outcome, double time)
        => AssertIs(Silence, journey, outcome, time, outcome == DurationOutcome.Ended ? "inactive" : null);

    [Theory] // the same, but the end is the last activity: watched until day 6
    [InlineData("S.........", DurationOutcome.Ended, 0.0)]
    [InlineData("S..a..a..a", DurationOutcome.Censored, 6.0)]
    [InlineData("S..a...a..", DurationOutcome.Ended, 3.0)]
    [InlineData("S..a..a...", DurationOutcome.Ended, 6.0)]
    [InlineData("S.a..a..a.", DurationOutcome.Censored, 6.0)] // alive on day 6, and what comes later cannot be known yet
    [InlineData("......S...", DurationOutcome.Ended, 0.0)]
    [InlineData("......Sa..", DurationOutcome.Censored, 0.0)]
    [InlineData(".......S..", DurationOutcome.TooRecent, null)]
    public void Evaluate_InactivityAtLastActivity_IsWatchedOneLimitLess(string journey, DurationOutcome outcome, double? time)
        => AssertIs(LastSeen, journey, outcome, time, outcome == DurationOutcome.Ended ? "inactive" : null);

    [Theory]
    [InlineData("S..C......", 3.0, "closed")] // at the instant the limit passes the event decides
    [InlineData("S...C.....", 3.0, "inactive")] // too late: inactivity came first
    [InlineData("S.a.C.....", 4.0, "closed")]
    public void Evaluate_BothKindsOfEnd_TheEarlierDecides(string journey, double time, string cause)
        => AssertIs(Silence with { Ends = Closing.Ends }, journey, DurationOutcome.Ended, time, cause);

    [Theory]
    [InlineData("S..[aC]...")]
    [InlineData("S..[Ca]...")]
    public void Explain_ActivityAtTheInstantOfTheEnd_CountsInAnyOrderOfArrival(string journey)
    {
        DurationExplanation explained = Evaluate(Silence with { Ends = Closing.Ends }, journey).Users.Explain("u0");
        Assert.Equal((Origin.AddDays(3), Origin.AddDays(6), "closed"), (explained.LastActivity!.Value, explained.Deadline!.Value, explained.Cause));
    }

    [Theory] // start: S by app; the first S decides
    [InlineData("W.S....C..", DurationStart.FirstMatching, DurationOutcome.Ended, 5.0)]
    [InlineData("W.S....C..", DurationStart.FirstEver, DurationOutcome.NotStarted, null)]
    [InlineData("[WS]...C..", DurationStart.FirstEver, DurationOutcome.Ended, 4.0)] // both are first
    [InlineData("[Wa]S..C..", DurationStart.FirstEver, DurationOutcome.NotStarted, null)]
    public void Evaluate_StartAt_NamesTheStart(string journey, DurationStart startAt, DurationOutcome outcome, double? time)
        => AssertIs(Closing with { Start = EventFilter.Named("S").And(Field.Category("channel").Is("app")), StartAt = startAt }, journey, outcome, time, time is null ? null : "closed");

    [Fact]
    public void Evaluate_CauseByProperty_TakesTheValueOrTheName()
    {
        DurationDefinition definition = Closing with { Ends = [new() { Events = "C", Cause = "unknown", CauseBy = Field.Category("channel") }] };
        AssertIs(definition, "S..C......", DurationOutcome.Ended, 3, "app");
        AssertIs(definition with { Ends = [definition.Ends[0] with { Events = "N" }] }, "S..N......", DurationOutcome.Ended, 3, "unknown");
        AssertIs(definition with { Ends = [definition.Ends[0] with { Events = EventFilter.Named("C", "S") }] }, "S..S......", DurationOutcome.Ended, 3, "app"); // a later start event may end
    }

    [Fact]
    public void Evaluate_UserColumns_BecomeGroupsStrataAndCovariates()
    {
        CategoryField tier = Field.Category("tier");
        NumberField score = Field.Number("score");
        FlagField member = Field.Flag("member");
        AmountField assets = Field.Amount("assets", "CNY");
        (string Id, string? Tier, double? Score, bool Member, decimal Assets)[] users = [("ann", "a", 1.5, true, 2.25m), ("bob", null, 2, false, 0), ("cat", "b", null, true, 1), ("dan", "b", 3, false, 4)];
        (string Id, string Name, int Day)[] log = [.. users.Select(user => (user.Id, "S", 0)), ("ann", "C", 4)];
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddUsers(users, map => map.User(row => row.Id).With(tier, row => row.Tier).With(score, row => row.Score).With(member, row => row.Member).With(assets, row => row.Assets))
            .AddEvents(log, map => map.User(row => row.Id).Name(row => row.Name).At(row => Origin.AddDays(row.Day)))
            .Build();
        DurationResult result = new DurationModel(Closing with
        {
            Group = tier,
            Stratum = tier,
            Unit = DurationUnit.Hour,
            Covariates = [new() { Field = "score" }, new() { Field = "member" }, new() { Field = "assets" }, new() { Field = "tier", Value = "b" }],
        }).Evaluate(data, AsOf(9));

        Assert.Equal(2, result.Summary.MissingValue);
        Assert.Equal([(UserId)"bob", (UserId)"cat"], result.Users.With(DurationOutcome.MissingValue).Ids());
        SurvivalTable table = result.Table;
        Assert.Equal([96, 216], table.Times.ToArray());
        Assert.Equal([true, false], table.Events.ToArray());
        Assert.Equal(["score", "member", "assets", "tier=b"], table.CovariateNames.ToArray());
        Assert.Equal([1.5, 3], table.Covariate(0).ToArray());
        Assert.Equal([1, 0], table.Covariate(1).ToArray());
        Assert.Equal([2.25, 4], table.Covariate(2).ToArray());
        Assert.Equal([0, 1], table.Covariate(3).ToArray());
        Assert.Equal(["a", "b"], table.Groups!.Labels.ToArray());
        Assert.Equal([0, 1], table.Strata!.Codes.ToArray());
        Assert.Equal((UserId)"dan", result.Users.UserAt(1));
    }

    [Fact]
    public void Explain_EveryOutcome_GivesTheInstants()
    {
        DurationResult result = Evaluate(Silence, "S..a...a..", "S..a..a..a", "..........");
        Assert.Equal(
            new DurationExplanation
            {
                User = "u0",
                Outcome = DurationOutcome.Ended,
                Start = Origin,
                Stop = Origin.AddDays(6),
                LastActivity = Origin.AddDays(3),
                Deadline = Origin.AddDays(6),
                Time = 6,
                Cause = "inactive",
            },
            result.Users.Explain("u0"));
        Assert.Equal(Origin.AddDays(12), result.Users.Explain("u1").Deadline);
        Assert.Equal(new DurationExplanation { User = "u2", Outcome = DurationOutcome.NotStarted }, result.Users.Explain("u2"));
        Assert.Throws<KeyNotFoundException>(() => result.Users.Explain("nobody"));
        DurationExplanation explained = result.Users.Explain("u0");
        Assert.Equal(explained, UserOpsJson.Deserialize<DurationExplanation>(UserOpsJson.Serialize(explained)));
    }

    [Fact]
    public void Evaluate_NobodyStarts_CountsThemAndHasNoTable()
    {
        DurationResult result = Evaluate(Closing with { Start = "never" }, "a", "b");
        Assert.Equal((2, 2, 0), (result.Summary.Users, result.Summary.NotStarted, result.Users.RowCount));
        Assert.Equal(["M", "never"], result.Summary.UnknownEvents.Where(name => name != "C"));
        Assert.Equal("noRows", Assert.Throws<InvalidSurvivalDataException>(() => result.Table).Issues.Single().Code);
    }

    [Fact]
    public void Summary_OfDisjointUsers_AddsUp()
    {
        DurationSummary whole = Evaluate(Silence, "S..a...a..", "S..a..a..a", "..........", "S").Summary;
        DurationSummary merged = DurationSummary.Merge(Evaluate(Silence, "S..a...a..", "S..a..a..a").Summary, Evaluate(Silence, "..........", "S").Summary);
        Assert.Equal(whole, merged with { UnknownEvents = whole.UnknownEvents });
        Assert.Equal(whole, UserOpsJson.Deserialize<DurationSummary>(UserOpsJson.Serialize(whole)));
        Assert.Throws<ArgumentException>(() => DurationSummary.Merge(whole, Evaluate(Closing, "S").Summary));
    }

    [Fact]
    public void Definition_WithEveryFault_ListsThemAll()
    {
        InvalidDefinitionException refused = Assert.Throws<InvalidDefinitionException>(() => new DurationModel(new()
        {
            Start = null!,
            StartAt = (DurationStart)9,
            Ends = [null!, new() { Events = "", Cause = "", CauseBy = Field.LocalTime }],
            Inactivity = new() { Activity = "a", Limit = TimeSpan.Zero },
            Unit = (DurationUnit)9,
            Covariates = [new() { Field = "" }, new() { Field = "x" }, new() { Field = "x" }],
        }));
        Assert.Equal(
            ["/start", "/startAt", "/ends/0", "/ends/1/events/names/0", "/ends/1/cause", "/ends/1/causeBy", "/inactivity/limit", "/unit", "/covariates/0/field", "/covariates/2"],
            refused.Issues.Select(issue => issue.Path));
        Assert.Equal("noEnd", Assert.Throws<InvalidDefinitionException>(() => new DurationModel(new() { Start = "S" })).Issues.Single().Code);
    }

    [Fact]
    public void Evaluate_ColumnsThatAreNotThere_AreAllListed()
    {
        InvalidDefinitionException refused = Assert.Throws<InvalidDefinitionException>(() => Evaluate(
            Closing with { Group = Field.Category("tier"), Covariates = [new() { Field = "age" }], Ends = [new() { Events = "C", CauseBy = Field.Category("reason") }] }, "S"));
        Assert.Equal(["/ends/0/causeBy", "/group", "/covariates/0/field"], refused.Issues.Select(issue => issue.Path));
    }

    [Fact]
    public void Evaluate_LaterAsOf_ChangesNoEndThatWasSeen()
    {
        var random = new Xoshiro256(5);
        string[] journeys = [.. Enumerable.Range(0, 200).Select(_ => RandomJourney(random, 30))];
        foreach (DurationDefinition definition in new[] { Closing, Silence, LastSeen, Silence with { Ends = Closing.Ends }, LastSeen with { Ends = Closing.Ends } })
        {
            DurationResult late = Evaluate(definition, 29, 8, journeys);
            for (int day = 0; day < 29; day += 4)
            {
                DurationResult early = Evaluate(definition, day, 1, journeys);
                foreach (int user in early.Users.With(DurationOutcome.Ended))
                {
                    DurationExplanation then = early.Users.Explain($"u{user}");
                    Assert.Equal(then, late.Users.Explain($"u{user}"));
                }

                // Who was censored was not to end before: the censoring tells the truth about the future.
                foreach (int user in early.Users.With(DurationOutcome.Censored))
                {
                    Assert.True(late.Users.Explain($"u{user}").Time >= early.Users.Explain($"u{user}").Time);
                }
            }
        }
    }

    [Theory] // end events, inactivity, at the last activity
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, true, true)]
    [InlineData(true, true, false)]
    [InlineData(true, true, true)]
    public void Evaluate_RandomJourneys_AreReadAsDayByDay(bool hasEnds, bool hasInactivity, bool atLastActivity)
    {
        DurationDefinition definition = new()
        {
            Start = "S",
            Ends = hasEnds ? Closing.Ends : [],
            Inactivity = !hasInactivity ? null : atLastActivity ? LastSeen.Inactivity : Silence.Inactivity,
        };
        var random = new Xoshiro256(3);
        string[] journeys = [.. Enumerable.Range(0, 300).Select(_ => RandomJourney(random, 20))];
        for (int asOf = 0; asOf < 20; asOf += 3)
        {
            DurationResult result = Evaluate(definition, asOf, 3, journeys);
            for (int user = 0; user < journeys.Length; user++)
            {
                DurationExplanation explained = result.Users.Explain($"u{user}");
                Assert.Equal(DayByDay(journeys[user], hasEnds, hasInactivity, atLastActivity, asOf), (explained.Outcome, explained.Time));
            }
        }
    }

    [Fact]
    public void LastActivity_OfManyUsers_HasTheHazardOfTheProcessUpToTheHorizon()
    {
        // Each day a user leaves for good with 5 in 100, and else comes with 80 in 100. With a limit of 10 days nobody is mistaken for gone but
        // 1 in 10 million, so of those still active after t days 0.95^5 are so after t + 5; the curve must show it up to its very end, where
        // watching until 'as of' would see half of the ends at most.
        var random = new Xoshiro256(11);
        string[] journeys = [.. Enumerable.Range(0, 30_000).Select(_ => Leaving(random, 60))];
        DurationDefinition definition = LastSeen with { Inactivity = LastSeen.Inactivity! with { Limit = TimeSpan.FromDays(10) } };
        SurvivalCurve curve = new KaplanMeierModel().Evaluate(Evaluate(definition, 59, 2, journeys).Table).Curve;
        double before = curve.SurvivalAt(5);
        for (int day = 10; day <= 45; day += 5)
        {
            double now = curve.SurvivalAt(day);
            Assert.InRange(now / before, Math.Pow(0.95, 5) - 0.05, Math.Pow(0.95, 5) + 0.05);
            before = now;
        }
    }

    // The page read word by word, for journeys of one letter a day and a limit of three days.
    private static (DurationOutcome Outcome, double? Time) DayByDay(string journey, bool hasEnds, bool hasInactivity, bool atLastActivity, int asOf)
    {
        const int Limit = 3;
        int[] seen = [.. Enumerable.Range(0, asOf + 1)];
        int start = journey.IndexOf('S', StringComparison.Ordinal);
        if (start < 0 || start > asOf)
        {
            return (DurationOutcome.NotStarted, null);
        }

        int horizon = atLastActivity ? asOf - Limit : asOf;
        if (start > horizon)
        {
            return (DurationOutcome.TooRecent, null);
        }

        int? closed = seen.Where(day => hasEnds && day > start && journey[day] is 'C' or 'M').Select(day => (int?)day).FirstOrDefault();
        int? silent = seen.Where(day => hasInactivity && day >= start && (day == start || journey[day] == 'a') && day + Limit <= asOf)
            .Where(day => !journey[(day + 1)..(day + Limit + 1)].Contains('a', StringComparison.Ordinal))
            .Select(day => (int?)day).FirstOrDefault();
        int? end = closed is not null && !(closed > silent + Limit) ? closed : atLastActivity ? silent : silent + Limit;
        return end <= horizon ? (DurationOutcome.Ended, end - start) : (DurationOutcome.Censored, horizon - start);
    }

    // A log that begins in the middle of things: only the start is known of what was before.
    private static string SeenFrom(int day, string journey) => journey[..day].Replace('a', '.').Replace('C', '.') + journey[day..];

    private static string Leaving(Xoshiro256 random, int days, bool hasEnds = false)
    {
        var journey = new char[days];
        Array.Fill(journey, '.');
        int start = random.NextInt32(days);
        journey[start] = 'S';
        for (int day = start + 1; day < days && random.NextInt32(20) != 0; day++)
        {
            if (hasEnds && random.NextInt32(95) < 3)
            {
                journey[day] = 'C';
                break;
            }

            journey[day] = random.NextInt32(5) == 0 ? '.' : 'a';
        }

        return new(journey);
    }

    private static string RandomJourney(Xoshiro256 random, int days)
        => string.Concat(Enumerable.Range(0, days).Select(_ => "....aaS.aCM"[random.NextInt32(random.NextInt32(4) == 0 ? 11 : 9)]));

    private static void AssertIs(DurationDefinition definition, string journey, DurationOutcome outcome, double? time, string? cause)
    {
        DurationExplanation explained = Evaluate(definition, journey).Users.Explain("u0");
        Assert.Equal((outcome, time, cause), (explained.Outcome, explained.Time, explained.Cause));
    }

    private static void AssertEntry(DurationDefinition definition, string journey, DurationOutcome outcome, double? entry, double? time)
    {
        DurationResult result = Evaluate(definition, journey, "....S.....");
        DurationExplanation explained = result.Users.Explain("u0");
        Assert.Equal((outcome, time), (explained.Outcome, explained.Time));
        Assert.Equal(entry, explained.Entered is { } entered ? (entered - Origin).TotalDays - journey.IndexOf('S', StringComparison.Ordinal) : null);
        if (entry is not null)
        {
            Assert.Equal([entry.Value, -1], result.Table.Entries.ToArray());
        }
    }

    private static DurationResult Evaluate(DurationDefinition definition, params string[] journeys) => Evaluate(definition, 9, 1, journeys);

    private static DurationResult Evaluate(DurationDefinition definition, int asOf, int threads, params string[] journeys)
    {
        // Every user has one event nobody asks for, so that all are known. W is an S of another channel, N a C of none.
        var log = journeys.SelectMany((journey, user) => Events(journey).Select(e => (User: $"u{user}", e.Name, e.Day)).Prepend((User: $"u{user}", Name: '-', Day: 0)));
        UserOpsDataset data = UserOpsDataset.FromEvents(log, map => map
            .User(row => row.User)
            .Name(row => row.Name == 'W' ? "S" : row.Name.ToString())
            .At(row => Origin.AddDays(row.Day))
            .With(Field.Category("channel"), row => row.Name == 'W' ? "web" : row.Name == 'N' ? null : "app"));
        return new DurationModel(definition).Evaluate(data, AsOf(asOf), new() { MaxDegreeOfParallelism = threads });
    }

    private static IEnumerable<(char Name, int Day)> Events(string journey)
    {
        int day = 0;
        bool isTied = false;
        foreach (char letter in journey)
        {
            isTied = letter == '[' || (isTied && letter != ']');
            if (letter is not ('[' or ']' or '.'))
            {
                yield return (letter, day);
            }

            day += isTied ? 0 : 1;
        }
    }

    private static EvaluationContext AsOf(int day) => new() { AsOf = Origin.AddDays(day), Zone = TimeZoneInfo.Utc };
}
