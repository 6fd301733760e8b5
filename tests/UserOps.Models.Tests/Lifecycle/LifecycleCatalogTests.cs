using System.Collections.Immutable;
using UserOps.Models.GrowthModels;
using UserOps.Models.Lifecycle;

namespace UserOps.Models.Tests.Lifecycle;

/// <summary>Shipped metrics, strategies and ways that must be sound, and edited ones that may be wrong.</summary>
public class LifecycleCatalogTests
{
    private static readonly LifecycleStrategy Strategy = LifecycleStrategyCatalog.Default.Strategies[0];
    private static readonly LifecycleMetricSet Set = LifecycleMetricCatalog.Default.Sets[0];
    private static readonly ActivationWay Way = ActivationWayCatalog.Default.Ways[0];

    [Fact]
    public void Default_Catalogs_AreSoundCoverEverythingAndAreMarked()
    {
        Assert.Empty(LifecycleMetricCatalog.Default.Validate());
        Assert.Empty(LifecycleStrategyCatalog.Default.Validate());
        Assert.Empty(ActivationWayCatalog.Default.Validate());
        Assert.All(Enum.GetValues<LifecycleStage>(), stage =>
        {
            Assert.True(LifecycleMetricCatalog.Default.For(stage)!.IsDefault);
            Assert.NotEmpty(LifecycleStrategyCatalog.Default.For(stage));
        });
        Assert.All(Enum.GetValues<UserPeriod>(), period => Assert.NotEmpty(ActivationWayCatalog.Default.For(period)));
        Assert.All(LifecycleStrategyCatalog.Default.Strategies, strategy => Assert.True(strategy.IsDefault));
        Assert.All(ActivationWayCatalog.Default.Ways, way => Assert.True(way.IsDefault));
        Assert.Equal(LifecycleMetrics.WakeUpRate, LifecycleMetricCatalog.Default.For(LifecycleStage.Dormant)!.Metrics[0].MetricId);
        Assert.Equal(LifecycleMetrics.RecallRate, LifecycleMetricCatalog.Default.For(LifecycleStage.Churned)!.Metrics[0].MetricId);
    }

    [Fact]
    public void Default_Texts_AreInBothLanguages() => Assert.All(
        LifecycleMetricCatalog.Default.Sets.SelectMany(set => set.Metrics).Select(metric => metric.Name)
            .Concat(LifecycleStrategyCatalog.Default.Strategies.SelectMany(strategy => strategy.Actions.Add(strategy.Name)))
            .Concat(ActivationWayCatalog.Default.Ways.SelectMany(way => way.Actions.Add(way.Name))),
        text => Assert.True(text.Zh.Any(letter => letter >= '\u4e00') && text.En.All(char.IsAscii), $"{text}"));

    [Fact]
    public void Validate_FaultyMetrics_NamesEveryFault() => Assert.Equal(
        [
            "duplicateStage /sets/1/stage", "missingMember /sets/1/metrics", "missingMember /sets/2", "missingMember /sets/3/metrics/0", "duplicateId /sets/3/metrics/1/id",
            "textMissing /sets/3/metrics/1/name/en", "unknownMetric /sets/3/metrics/1/metricId", "unknownSegment /sets/3/metrics/1/rule/segment", "unknownMember /sets/3/metrics/1/rule",
        ],
        Text((LifecycleMetricCatalog.Default with
        {
            Sets =
            [
                Set,
                Set with { Metrics = [] },
                null!,
                Set with { Stage = LifecycleStage.Growth, Metrics = [null!, new() { Id = Set.Metrics[0].Id, Name = new("名", ""), MetricId = "dau", Rule = Rule.InSegment("x") }] },
            ],
        }).Validate()));

    [Fact]
    public void Validate_FaultyStrategies_NamesEveryFault() => Assert.Equal(
        [
            "idMissing /id", "versionNotPositive /version", "duplicateId /strategies/1/id", "unknownValue /strategies/1/stage", "unknownValue /strategies/1/goal",
            "textMissing /strategies/1/name/zh", "textMissing /strategies/1/name/en", "missingMember /strategies/1/actions", "missingMember /strategies/1/audience", "unknownMetric /strategies/1/metricId",
        ],
        Text(new LifecycleStrategyCatalog
        {
            Id = "",
            Version = 0,
            Strategies =
            [
                Strategy,
                Strategy with { Stage = (LifecycleStage)9, Goal = (OperationGoal)9, Name = null!, Actions = default, Audience = new AllOf { Args = default }, MetricId = "nps" },
            ],
        }.Validate()));

    [Fact]
    public void Validate_FaultyWays_NamesEveryFault()
    {
        Assert.Equal(
            ["duplicateId /ways/1/id", "unknownValue /ways/1/period", "textMissing /ways/1/actions/0/zh"],
            Text((ActivationWayCatalog.Default with { Ways = [Way, Way with { Period = (UserPeriod)9, Actions = [new("", "Act")] }] }).Validate()));
        Assert.Equal(["missingMember /ways"], Text((ActivationWayCatalog.Default with { Ways = default }).Validate()));
        Assert.Empty((ActivationWayCatalog.Default with { Ways = default }).For(UserPeriod.New));
    }

    private static string[] Text(ImmutableArray<DefinitionIssue> issues) => [.. issues.Select(issue => $"{issue.Code} {issue.Path}")];
}
