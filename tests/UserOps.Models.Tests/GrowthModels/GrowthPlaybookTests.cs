using System.Collections.Immutable;
using UserOps.Models.GrowthModels;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.GrowthModels;

/// <summary>Shipped data that must be sound, editable data that may be wrong, and the metrics both name.</summary>
public class GrowthPlaybookTests
{
    private static readonly GrowthPlay Play = GrowthPlaybook.Finance.Plays[0];
    private static readonly GrowthBenchmark Share = new() { Value = 0.3m, Unit = BenchmarkUnit.Share, Direction = BenchmarkDirection.HigherIsBetter };

    public static TheoryData<GrowthPlay?, string> FaultyPlays => new()
    {
        { null, "missingMember /plays/1 The play is null." },
        { Play with { Id = " " }, "idMissing /plays/1/id An entry needs an id." },
        { Play, $"duplicateId /plays/1/id Another entry has the id '{Play.Id}'." },
        { Mine(Play) with { Stage = (GrowthStage)9 }, "unknownValue /plays/1/stage 9 is not one of the named values." },
        { Mine(Play) with { Goal = new("目标", "") }, "textMissing /plays/1/goal/en The English text is missing." },
        { Mine(Play) with { Levers = [] }, "missingMember /plays/1/levers A play needs at least one lever." },
        { Mine(Play) with { Levers = default }, "missingMember /plays/1/levers A play needs at least one lever." },
        { Mine(Play) with { Levers = [new("", "Lever")] }, "textMissing /plays/1/levers/0/zh The Chinese text is missing." },
        { Mine(Play) with { MetricId = "nps" }, "unknownMetric /plays/1/metricId There is no growth metric 'nps'." },
        { Mine(Play) with { Benchmark = Share with { Value = 30 } }, "shareOutOfRange /plays/1/benchmark/value The share is 30; it is a fraction from 0 to 1." },
        { Mine(Play) with { Benchmark = Share with { Before = -0.1m } }, "shareOutOfRange /plays/1/benchmark/before The share is -0.1; it is a fraction from 0 to 1." },
        { Mine(Play) with { Benchmark = Share with { Unit = BenchmarkUnit.PercentagePoints, Before = 0.1m } }, "notForUnit /plays/1/benchmark/before A benchmark in PercentagePoints is itself a change and has no value before." },
        { Mine(Play) with { Benchmark = Share with { Unit = (BenchmarkUnit)9 } }, "unknownValue /plays/1/benchmark/unit 9 is not one of the named values." },
        { Mine(Play) with { Benchmark = Share with { Direction = (BenchmarkDirection)9 } }, "unknownValue /plays/1/benchmark/direction 9 is not one of the named values." },
    };

    [Theory]
    [MemberData(nameof(FaultyPlays))]
    public void Validate_FaultyPlay_NamesTheFault(GrowthPlay? play, string expected)
        => Assert.Equal(expected, Text((GrowthPlaybook.Finance with { Plays = [Play, play!] }).Validate()));

    [Fact]
    public void Validate_FaultyHeads_NameEveryFault()
    {
        Assert.Equal(
            "idMissing /id A catalog needs an id.|versionNotPositive /version The version is 0; versions start at 1.|"
            + "textMissing /displayName/zh The Chinese text is missing.|textMissing /displayName/en The English text is missing.|"
            + "missingMember /plays The list is missing; an empty list is allowed.",
            Text(new GrowthPlaybook { Id = "", Version = 0, DisplayName = null!, Plays = default }.Validate()));
    }

    [Fact]
    public void Finance_AsShipped_IsSoundCoversEveryStageAndIsMarked()
    {
        Assert.Empty(GrowthPlaybook.Finance.Validate());
        Assert.All(Enum.GetValues<GrowthStage>(), stage => Assert.NotEmpty(GrowthPlaybook.Finance.For(stage)));
        Assert.All(GrowthPlaybook.Finance.Plays, play => Assert.True(play.IsDefault));
        Assert.All(GrowthPlaybook.Finance.Plays, play => Assert.All(
            [play.Goal, play.Metric, .. play.Levers],
            text => Assert.True(text.Zh.Any(letter => letter >= '\u4e00') && text.En.All(char.IsAscii), $"{text}")));
    }

    [Fact]
    public void Finance_AccountOpening_IsFourFifthsShorter()
        => Assert.Equal(-0.8m, GrowthPlaybook.Finance.Plays.Single(play => play.Id == "finance.activation.account-opening").Benchmark!.RelativeChange);

    [Theory] // unit, value, before | the relative change
    [InlineData(BenchmarkUnit.RelativeChange, 0.4, null, 0.4)]
    [InlineData(BenchmarkUnit.PercentagePoints, 25, null, null)] // points are no relative change
    [InlineData(BenchmarkUnit.Share, 0.75, 0.5, 0.5)]
    [InlineData(BenchmarkUnit.Share, 0.75, null, null)]
    [InlineData(BenchmarkUnit.Minutes, 3, 0.0, null)]
    public void RelativeChange_Unit_DecidesWhatTheNumberMeans(BenchmarkUnit unit, double value, double? before, double? expected)
        => Assert.Equal((decimal?)expected, new GrowthBenchmark { Value = (decimal)value, Before = (decimal?)before, Unit = unit, Direction = default }.RelativeChange);

    [Fact]
    public void Metrics_ShippedWithAnId_AreSharesInWordsToo()
    {
        IEnumerable<LocalizedText> metrics = GrowthPlaybook.Finance.Plays.Where(play => play.MetricId is not null).Select(play => play.Metric);
        Assert.All(metrics, metric => Assert.Contains("占比", metric.Zh, StringComparison.Ordinal));
    }

    [Fact]
    public void Finance_Shipped_SurvivesJson()
        => Assert.Equal(GrowthPlaybook.Finance, UserOpsJson.Deserialize<GrowthPlaybook>(UserOpsJson.Serialize(GrowthPlaybook.Finance)));

    [Fact]
    public void Metrics_EveryId_IsWhatTheModelsSay()
    {
        ConformanceCase asked = ConformanceFiles.Cases["growth-stages.json: basic-five-stages"];
        (AarrrResult aarrr, RarraResult rarra) = GrowthComparison.Evaluate(GrowthCases.DefinitionOf(asked), GrowthCases.DataOf(asked), GrowthCases.ContextOf(asked));
        Assert.Equal(
            aarrr.Summary.Stages.Skip(1).Select(stage => stage.Conversion).Concat(rarra.Summary.Stages.SkipLast(1).Select(stage => stage.Share)),
            GrowthMetrics.Ids.Select(id => (Ratio?)GrowthMetrics.Of(id, aarrr.Summary.Cohort)));
        IEnumerable<string?> named = GrowthPlaybook.Finance.Plays.Select(play => play.MetricId);
        Assert.All(named.OfType<string>(), id => Assert.NotNull(GrowthMetrics.Of(id, rarra.Summary.Cohort).Value));
        Assert.Equal("There is no growth metric 'x'. (Parameter 'metricId')", Assert.Throws<ArgumentException>(() => GrowthMetrics.Of("x", aarrr.Summary.Cohort)).Message);
    }

    private static GrowthPlay Mine(GrowthPlay play) => play with { Id = "mine", IsDefault = false };

    private static string Text(ImmutableArray<DefinitionIssue> issues) => string.Join('|', issues.Select(issue => $"{issue.Code} {issue.Path} {issue.Message}"));
}
