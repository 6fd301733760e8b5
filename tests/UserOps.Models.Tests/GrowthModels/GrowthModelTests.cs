using System.Globalization;
using UserOps.Models.GrowthModels;

namespace UserOps.Models.Tests.GrowthModels;

public class GrowthModelTests
{
    private static readonly CategoryField Channel = Field.Category("channel");
    private static readonly EvaluationContext Context = new() { AsOf = At("2026-06-01T00:00"), Zone = TimeZoneInfo.Utc };

    private static readonly GrowthStagesDefinition Sound = new()
    {
        Stages = new() { Acquisition = "register", Activation = "bind", Retention = "login", Revenue = "pay", Referral = "invite" },
        CohortFrom = new(2026, 3, 1),
        CohortTo = new(2026, 3, 8),
        RetentionFromDay = 1,
        RetentionToDay = 7,
        Window = TimeSpan.FromDays(30),
    };

    public static TheoryData<GrowthStagesDefinition, string> Faulty => new()
    {
        { Sound with { Stages = null! }, "missingMember /stages The stages are missing." },
        { Sound with { Stages = Sound.Stages with { Revenue = null! } }, "missingMember /stages/revenue There is no event filter here; EventFilter.Any takes every event." },
        { Sound with { Stages = Sound.Stages with { Referral = "" } }, "emptyName /stages/referral/names/0 An event has a name." },
        { Sound with { CohortTo = Sound.CohortFrom }, "rangeEmpty /cohortTo The cohort ends on 2026-03-01, which is not after its start on 2026-03-01." },
        { Sound with { CohortFrom = new(1800, 1, 1) }, "rangeTooLong /cohortTo The cohort has 82611 days; at most 36525 are allowed." },
        { Sound with { RetentionFromDay = -1 }, "dayOutOfRange /retentionFromDay The first retention day is -1; it cannot be negative." },
        { Sound with { RetentionToDay = 4000 }, "dayOutOfRange /retentionToDay The last retention day is 4000; at most 3653 is allowed." },
        { Sound with { RetentionFromDay = 8 }, "rangeEmpty /retentionToDay The last retention day is 7, which is before the first, 8." },
        { Sound with { Window = TimeSpan.FromTicks(-1) }, "negativeDuration /window The window is -00:00:00.0000001; it cannot be negative." },
        { Sound with { Targets = new() { Revenue = 0m } }, "targetOutOfRange /targets/revenue The target is 0; it is a fraction greater than 0 and at most 1." },
        { Sound with { Targets = new() { Activation = 40m } }, "targetOutOfRange /targets/activation The target is 40; it is a fraction greater than 0 and at most 1." },
        { Sound with { Breakdown = Field.LocalTime }, "notAProperty /breakdown '@localTime' is no column; a breakdown needs a property of the acquisition event." },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Constructor_FaultyDefinition_NamesTheFault(GrowthStagesDefinition definition, string expected)
    {
        string[] aarrr = Faults(() => new AarrrModel(definition));
        Assert.Equal([expected], aarrr);
        Assert.Equal(aarrr, Faults(() => new RarraModel(definition)));
        Assert.Equal(aarrr, Faults(() => GrowthComparison.Evaluate(definition, Log(), Context)));
    }

    [Fact]
    public void Constructor_SeveralFaults_ListsThemAll() => Assert.Equal(
        ["rangeEmpty", "dayOutOfRange", "negativeDuration", "targetOutOfRange"],
        Faults(() => new AarrrModel(Sound with
        {
            CohortTo = DateOnly.MinValue,
            RetentionFromDay = -3,
            Window = -TimeSpan.FromDays(1),
            Targets = new() { Retention = 1.01m },
        })).Select(fault => fault.Split(' ')[0]));

    [Fact]
    public void Evaluate_ColumnsThatAreNotThere_NamesThemAll()
    {
        GrowthStagesDefinition asked = Sound with
        {
            Stages = Sound.Stages with { Revenue = EventFilter.Named("pay").And(Field.Category("product").Is("fund")) },
            Breakdown = Field.Category("amount"),
        };
        UserOpsDataset data = UserOpsDataset.FromEvents([0], map => map
            .User(_ => "u").At(_ => At("2026-03-01T00:00")).Name(_ => "register").With(Field.Number("amount"), _ => 1.0));
        Assert.Equal(
            [
                "unknownField /stages/revenue/where/field There is no field 'product' here.",
                "typeMismatch /breakdown Column 'amount' is of kind Number, not Category.",
            ],
            Faults(() => new AarrrModel(asked).Evaluate(data, Context)));
        Assert.Equal(
            ["unknownField /breakdown There is no column 'content.topic'."],
            Faults(() => new RarraModel(Sound with { Breakdown = Field.Category("content.topic") }).Evaluate(data, Context)));
    }

    [Fact]
    public void Evaluate_NoEvents_CountsAreZeroAndNamesAreUnknown()
    {
        (AarrrResult aarrr, RarraResult rarra) = GrowthComparison.Evaluate(Sound, Log(), Context);
        Assert.All(aarrr.Summary.Stages, stage => Assert.Equal((0L, 0L, 0L), (stage.Raw, stage.Entered, stage.Users)));
        Assert.Null(rarra.Summary.Retention.Value);
        Assert.Null(aarrr.Summary.HoldsBack);
        Assert.Null(rarra.Summary.LowestShare);
        Assert.Equal(["bind", "invite", "login", "pay", "register"], aarrr.Summary.Cohort.UnknownEvents.AsEnumerable());
        Assert.Empty(aarrr.Users.Cohort);
    }

    [Theory] // 'as of' | counts as seen | cohort over, may still come back, may still act
    [InlineData("2026-03-01T07:59", "0 0 0 0 0", "False 0 0")]    // before anything
    [InlineData("2026-03-01T08:00", "1 0 0 0 0", "False 1 1")]    // the instant itself is seen
    [InlineData("2026-03-03T00:00", "1 1 1 0 0", "False 0 1")]
    [InlineData("2026-03-08T23:59", "2 1 1 0 0", "True 1 2")]     // late's last day is 14 March
    [InlineData("2026-03-14T23:59", "2 1 1 0 0", "True 1 2")]
    [InlineData("2026-03-15T00:00", "2 1 1 0 0", "True 0 2")]
    [InlineData("2026-03-31T07:59", "2 1 1 0 0", "True 0 2")]
    [InlineData("2026-03-31T08:00", "2 1 1 1 0", "True 0 1")]     // the window's last instant, included
    [InlineData("2026-04-06T08:00", "2 1 1 1 0", "True 0 0")]
    public void Evaluate_AsOfInside_SeesNothingLaterAndSaysWhatIsOpen(string asOf, string raw, string open)
    {
        UserOpsDataset data = Log(
            "u register 2026-03-01T08:00", "u bind 2026-03-02T08:00", "u login 2026-03-02T08:00", "u pay 2026-03-31T08:00",
            "late register 2026-03-07T08:00", "late login 2026-03-15T00:00");
        GrowthCohortSummary seen = new AarrrModel(Sound).Evaluate(data, Context with { AsOf = At(asOf) }).Summary.Cohort;
        GrowthStageCounts counts = seen.Counts.Raw;
        GrowthCoverage coverage = seen.Coverage;
        Assert.Equal(raw, $"{counts.Acquisition} {counts.Activation} {counts.Retention} {counts.Revenue} {counts.Referral}");
        Assert.Equal(open, $"{coverage.IsCohortOver} {coverage.RetentionOpen} {coverage.WindowOpen}");
        Assert.Equal(data.Events.UtcTicks.ToArray().Count(ticks => ticks > At(asOf).UtcTicks), coverage.EventsAfterAsOf);
        Assert.Equal(asOf == "2026-04-06T08:00", coverage.IsComplete);
    }

    [Fact]
    public void Evaluate_NoWindow_IsNeverCompleteWhileSomebodyCanAct()
    {
        UserOpsDataset data = Log("u register 2026-03-01T08:00", "u pay 2030-01-01T00:00");
        GrowthCohortSummary seen = new AarrrModel(Sound with { Window = null }).Evaluate(data, Context with { AsOf = At("2031-01-01T00:00") }).Summary.Cohort;
        Assert.Equal(1, seen.Counts.Raw.Revenue);
        Assert.Equal((true, 0L, 1L), (seen.Coverage.IsCohortOver, seen.Coverage.RetentionOpen, seen.Coverage.WindowOpen));
    }

    [Fact]
    public void Evaluate_LastDateThereIs_DoesNotOverflow()
    {
        GrowthStagesDefinition asked = Sound with { CohortFrom = new(9999, 12, 30), CohortTo = new(9999, 12, 31), RetentionToDay = 3653, Window = TimeSpan.MaxValue };
        UserOpsDataset data = Log("u register 9999-12-30T08:00", "u login 9999-12-31T08:00");
        Assert.Equal(1, new AarrrModel(asked).Evaluate(data, Context with { AsOf = DateTimeOffset.MaxValue }).Summary.Cohort.Counts.Raw.Retention);
        asked = asked with { CohortFrom = DateOnly.MinValue, CohortTo = new(1, 1, 2) };
        Assert.Equal(0, new AarrrModel(asked).Evaluate(data, Context with { AsOf = DateTimeOffset.MaxValue }).Summary.Cohort.Counts.Raw.Acquisition);
    }

    [Theory] // acquisition events of one user, their channels | the row the user is in
    [InlineData("register@00:00=web", "web")]
    [InlineData("register@00:00=web register@00:00=app", "app")]      // equal instants: the ordinally smaller
    [InlineData("register@00:00= register@00:00=web", "web")]         // a missing value yields to one that is there
    [InlineData("register@00:01=app register@00:00=web", "web")]      // the first one decides
    [InlineData("register@00:00= register@00:01=web", null)]          // a later one does not fill the gap
    [InlineData("bind@00:00=app register@00:00=web", "web")]          // only acquisition events count
    public void Breakdown_FirstAcquisition_DecidesTheRow(string events, string? expected)
    {
        string[][] rows = [.. events.Split(' ').Select(text => text.Split('@', '='))];
        UserOpsDataset data = UserOpsDataset.FromEvents(rows, map => map
            .User(_ => "u").At(row => At($"2026-03-02T{row[1]}")).Name(row => row[0]).With(Channel, row => row[2].Length == 0 ? null : row[2]));
        AarrrResult result = new AarrrModel(Sound with { Breakdown = Channel }).Evaluate(data, Context);
        Assert.Equal(expected, Assert.Single(result.Summary.Breakdown).Value);
        Assert.Equal(expected, result.Users.Explain("u").BreakdownValue);
    }

    [Fact]
    public void Breakdown_ContentAttribute_IsReadThroughTheReference()
    {
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddContents(["card", "fund"], map => map.Id(id => id).With(Field.Category("kind"), id => id + "s"))
            .AddEvents(new[] { "a card", "b fund", "c loan", "d" }, map => map
                .User(row => row[..1]).At(_ => At("2026-03-02T00:00")).Named("register").Content(row => row.Length > 2 ? row[2..] : null))
            .Build();
        AarrrSummary summary = new AarrrModel(Sound with { Breakdown = Field.Category("kind").OfContent }).Evaluate(data, Context).Summary;
        Assert.Equal([("cards", 1L), ("funds", 1L), (null, 2L)], summary.Breakdown.Select(row => (row.Value, row.Stages[0].Users)));
    }

    [Fact]
    public void Breakdown_PropertyOfManyValues_TakesRoomForThoseOfTheCohortAlone()
    {
        const int values = 20_000;
        UserOpsDataset data = UserOpsDataset.FromEvents(Enumerable.Range(0, values), map => map
            .User(i => $"u{i}").At(i => At(i == 0 ? "2026-03-02T00:00" : "2026-01-01T00:00")).Named("register").With(Channel, i => $"c{i}"));
        AarrrModel model = new(Sound with { Breakdown = Channel });
        var run = new RunOptions { MaxDegreeOfParallelism = 1 }; // on this thread, whose allocations are counted
        model.Evaluate(data, Context, run); // side structures are built before the count starts
        long before = GC.GetAllocatedBytesForCurrentThread();
        AarrrSummary summary = model.Evaluate(data, Context, run).Summary;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10 * values);
        Assert.Equal("c0", Assert.Single(summary.Breakdown).Value);
    }

    [Theory] // targets | the stage named, its conversion, the shortfall
    [InlineData(null, "Activation 2 of 4 LowestConversion ")]                     // 1/2 and 1/2: the earlier
    [InlineData("activation=0.6 retention=0.9", "Retention 1 of 2 LargestShortfall 0.4")]
    [InlineData("activation=0.9 retention=0.9", "Activation 2 of 4 LargestShortfall 0.4")]
    [InlineData("activation=0.5", null)]                                           // met exactly is met
    [InlineData("activation=0.5000000001", "Activation 2 of 4 LargestShortfall 0.0000000001")]
    [InlineData("referral=1", null)]
    [InlineData("", null)]
    public void HoldsBack_Targets_NameTheStageAndTheReason(string? targets, string? expected)
    {
        UserOpsDataset data = Log(
            "a register 2026-03-01T00:00", "a bind 2026-03-01T00:00", "a login 2026-03-02T00:00", "a pay 2026-03-02T00:00", "a invite 2026-03-02T00:00",
            "b register 2026-03-01T00:00", "b bind 2026-03-01T00:00", "c register 2026-03-01T00:00", "d register 2026-03-01T00:00");
        GrowthBottleneck? found = new AarrrModel(Sound with { Targets = targets is null ? null : TargetsOf(targets) }).Evaluate(data, Context).Summary.HoldsBack;
        Assert.Equal(expected, found is null ? null : string.Create(CultureInfo.InvariantCulture, $"{found.Stage} {found.Conversion} {found.Reason} {found.Shortfall}"));
    }

    public static TheoryData<string, GrowthStagesDefinition, EvaluationContext, string> OtherQuestions => new()
    {
        { "window", Sound with { Window = TimeSpan.FromDays(29) }, Context, OtherDefinition },
        { "dates", Sound with { CohortFrom = new(2026, 2, 28) }, Context, OtherDefinition },
        { "retention days", Sound with { RetentionToDay = 8 }, Context, OtherDefinition },
        { "events", Sound with { Stages = Sound.Stages with { Revenue = "buy" } }, Context, OtherDefinition },
        { "targets", Sound with { Targets = new() }, Context, OtherDefinition },
        { "as of", Sound, Context with { AsOf = Context.AsOf.AddTicks(1) }, OtherContext },
        { "zone", Sound, Context with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai") }, OtherContext },
    };

    private const string OtherDefinition = "The summaries answer different definitions; they cannot be ";
    private const string OtherContext = "The summaries have different contexts (as of, zone, first day of the week); they cannot be ";

    [Theory]
    [MemberData(nameof(OtherQuestions), DisableDiscoveryEnumeration = true)]
    public void MergeAndCompare_OtherQuestionOfEqualCounts_AreRefused(
        string what, GrowthStagesDefinition definition, EvaluationContext context, string expected)
    {
        UserOpsDataset data = Log("u register 2026-03-02T08:00", "u bind 2026-03-02T08:00", "u pay 2026-03-02T08:00", "u buy 2026-03-02T08:00");
        (AarrrResult aarrr, RarraResult rarra) = GrowthComparison.Evaluate(Sound, data, Context);
        (AarrrResult otherAarrr, RarraResult otherRarra) = GrowthComparison.Evaluate(definition, data, context);
        string Refusal(Func<object> act) => Assert.Throws<ArgumentException>(act).Message;

        Assert.True(aarrr.Summary.Cohort.Counts == otherAarrr.Summary.Cohort.Counts, $"{what}: only the question differs");
        Assert.NotEqual(aarrr.Summary, otherAarrr.Summary);
        Assert.Equal(expected + "added up. (Parameter 'b')", Refusal(() => AarrrSummary.Merge(aarrr.Summary, otherAarrr.Summary)));
        Assert.Equal(expected + "added up. (Parameter 'b')", Refusal(() => RarraSummary.Merge(rarra.Summary, otherRarra.Summary)));
        Assert.Equal(expected + "compared. (Parameter 'rarra')", Refusal(() => GrowthComparison.Compare(aarrr.Summary, otherRarra.Summary)));
    }

    [Fact]
    public void Summary_OfEitherModel_SaysWhatWasAsked()
    {
        (AarrrResult aarrr, RarraResult rarra) = GrowthComparison.Evaluate(Sound, Log(), Context);
        Assert.Equal((Sound, Context), (aarrr.Definition, aarrr.Context));
        Assert.Equal((Sound, Context), (rarra.Definition, rarra.Context));
        Assert.All([aarrr.Summary.Cohort, rarra.Summary.Cohort], cohort => Assert.Equal((Sound, Context), (cohort.Definition, cohort.Context)));
    }

    [Fact]
    public void Compare_OneCohort_ShowsBothViewsAndRefusesAnother()
    {
        UserOpsDataset data = Log("a register 2026-03-01T00:00", "a login 2026-03-02T00:00", "a pay 2026-03-02T00:00", "b register 2026-03-01T00:00");
        AarrrSummary aarrr = new AarrrModel(Sound).Evaluate(data, Context).Summary;
        RarraSummary rarra = new RarraModel(Sound).Evaluate(data, Context).Summary;
        Assert.Equal(
            [
                "Acquisition raw 2, in order 2, conversion , share ",
                "Activation raw 0, in order 0, conversion 0 of 2, share 0 of 1",
                "Retention raw 1, in order 0, conversion 0 of 0, share 1 of 2",
                "Revenue raw 1, in order 0, conversion 0 of 0, share 1 of 1",
                "Referral raw 0, in order 0, conversion 0 of 0, share 0 of 1",
            ],
            GrowthComparison.Compare(aarrr, rarra).Rows.Select(row
                => $"{row.Stage} raw {row.Raw}, in order {row.Aarrr.Users}, conversion {row.Aarrr.Conversion}, share {row.Rarra.Share}"));
        Assert.Equal(GrowthStage.Activation, rarra.LowestShare!.Stage); // 0 of 1, before referral's 0 of 1 in the order of RARRA

        RarraSummary other = new RarraModel(Sound).Evaluate(Log(), Context).Summary;
        Assert.StartsWith("AARRR and RARRA were counted over different cohorts", Assert.Throws<ArgumentException>(() => GrowthComparison.Compare(aarrr, other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_Canceled_Throws()
    {
        using var canceled = new CancellationTokenSource();
        canceled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new AarrrModel(Sound).Evaluate(Log("u register 2026-03-01T00:00"), Context, null, canceled.Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Evaluate_Progress_RisesToOne(int threads)
    {
        var told = new List<double>();
        UserOpsDataset data = Log([.. Enumerable.Range(0, 500).Select(user => $"u{user} register 2026-03-01T00:00")]);
        new AarrrModel(Sound).Evaluate(data, Context, new() { Progress = new Told(told), MaxDegreeOfParallelism = threads });
        Assert.True(told.Count > 3);
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
        Assert.Equal(told.Count, told.Distinct().Count());
    }

    private static UserOpsDataset Log(params string[] events) => UserOpsDataset.FromEvents(events.Select(text => text.Split(' ')), map => map
        .User(row => row[0]).Name(row => row[1]).At(row => At(row[2])));

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time + "Z", CultureInfo.InvariantCulture);

    private static GrowthTargets TargetsOf(string text)
    {
        var given = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(target => target.Split('='))
            .ToDictionary(target => target[0], target => decimal.Parse(target[1], CultureInfo.InvariantCulture));
        decimal? Target(string stage) => given.TryGetValue(stage, out decimal target) ? target : null;
        return new() { Activation = Target("activation"), Retention = Target("retention"), Revenue = Target("revenue"), Referral = Target("referral") };
    }

    private static string[] Faults(Func<object> act)
        => [.. Assert.Throws<InvalidDefinitionException>(act).Issues.Select(issue => $"{issue.Code} {issue.Path} {issue.Message}")];

    private sealed class Told(List<double> values) : IProgress<double>
    {
        public void Report(double value) => values.Add(value);
    }
}
