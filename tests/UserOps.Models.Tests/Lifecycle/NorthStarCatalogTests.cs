using System.Collections.Immutable;
using UserOps.Models.GrowthModels;
using UserOps.Models.Lifecycle;

namespace UserOps.Models.Tests.Lifecycle;

/// <summary>What to steer by: shipped rules that must be sound, editable ones that may be wrong.</summary>
public class NorthStarCatalogTests
{
    private static readonly NorthStarRule Rule = NorthStarCatalog.Default.Rules[0];

    public static TheoryData<NorthStarRule?, string> FaultyRules => new()
    {
        { null, "missingMember /rules/1 The rule is null." },
        { Rule with { Shape = LifecycleShape.U }, $"duplicateId /rules/1/id Another entry has the id '{Rule.Id}'." },
        { Rule with { Id = "mine" }, "duplicateShape /rules/1/shape Another rule is for the shape L." },
        { Rule with { Id = "mine", Shape = (LifecycleShape)9 }, "unknownValue /rules/1/shape 9 is not one of the named values." },
        { Rule with { Id = "mine", Shape = LifecycleShape.U, Goals = [] }, "missingMember /rules/1/goals A rule needs at least one goal." },
        { Rule with { Id = "mine", Shape = LifecycleShape.U, Goals = [OperationGoal.Retain, OperationGoal.Retain] }, "duplicateGoal /rules/1/goals/1 Retain is listed twice." },
        { Rule with { Id = "mine", Shape = LifecycleShape.U, Focus = null! }, "textMissing /rules/1/focus/zh The Chinese text is missing.|textMissing /rules/1/focus/en The English text is missing." },
        { Rule with { Id = "mine", Shape = LifecycleShape.U, MetricId = "dau" }, "unknownMetric /rules/1/metricId There is no metric 'dau' of life cycles or growth." },
    };

    [Fact]
    public void Default_OfU_IsComputedByTheRecallRate()
    {
        Assert.Equal(LifecycleMetrics.RecallRate, NorthStarCatalog.Default.For(LifecycleShape.U)!.MetricId);
        Assert.Empty(NorthStarCatalog.Default.Validate());
    }

    [Theory]
    [MemberData(nameof(FaultyRules))]
    public void Validate_FaultyRule_NamesTheFault(NorthStarRule? rule, string expected)
        => Assert.Equal(expected, Text((NorthStarCatalog.Default with { Rules = [Rule, rule!] }).Validate()));

    [Fact]
    public void Validate_FaultyHead_NamesEveryFault()
        => Assert.Equal(
            "idMissing /id A catalog needs an id.|versionNotPositive /version The version is -1; versions start at 1.|missingMember /rules The list is missing; an empty list is allowed.",
            Text(new NorthStarCatalog { Id = "", Version = -1, Rules = default }.Validate()));

    [Fact]
    public void Default_AsShipped_IsSoundAndCoversEveryShape()
    {
        Assert.Empty(NorthStarCatalog.Default.Validate());
        Assert.Equal(OperationGoal.Acquire, NorthStarCatalog.Default.For(LifecycleShape.L)!.Goals[0]);
        Assert.Equal([OperationGoal.Retain, OperationGoal.Activate], NorthStarCatalog.Default.For(LifecycleShape.InvertedU)!.Goals.AsEnumerable());
        Assert.Equal(OperationGoal.Activate, NorthStarCatalog.Default.For(LifecycleShape.U)!.Goals[0]);
        Assert.All(NorthStarCatalog.Default.Rules, rule => Assert.True(rule.IsDefault));
        Assert.Null((NorthStarCatalog.Default with { Rules = [] }).For(LifecycleShape.U));
    }

    [Fact]
    public void Default_AsShipped_SurvivesJson()
        => Assert.Equal(NorthStarCatalog.Default, UserOpsJson.Deserialize<NorthStarCatalog>(UserOpsJson.Serialize(NorthStarCatalog.Default)));

    private static string Text(ImmutableArray<DefinitionIssue> issues) => string.Join('|', issues.Select(issue => $"{issue.Code} {issue.Path} {issue.Message}"));
}
