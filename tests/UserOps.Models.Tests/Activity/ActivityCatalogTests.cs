using System.Collections.Immutable;
using UserOps.Models.Activity;
using UserOps.Models.Tests.Samples;
using UserOps.Samples;

namespace UserOps.Models.Tests.Activity;

public class ActivityCatalogTests
{
    [Fact]
    public void Activation_AsShipped_IsSixSoundEntriesInTwoLanguages()
    {
        Assert.Empty(ActivationCatalog.Default.Validate());
        Assert.Equal(6, ActivationCatalog.Default.Tactics.Length);
        Assert.All(ActivationCatalog.Default.Tactics, tactic =>
        {
            Assert.True(tactic.IsDefault);
            Assert.All([tactic.Name, tactic.Metric, .. tactic.Levers], AssertBothLanguages);
        });
    }

    [Fact]
    public void Conversion_AsShipped_IsFourStepsAndThreeMistakes()
    {
        Assert.Empty(ConversionChecklist.Default.Validate());
        Assert.Equal((4, 3), (ConversionChecklist.Default.Of(ConversionItemKind.Step).Length, ConversionChecklist.Default.Of(ConversionItemKind.Mistake).Length));
        Assert.All(ConversionChecklist.Default.Items, item =>
        {
            Assert.True(item.IsDefault);
            Assert.All([item.Name, item.Check], AssertBothLanguages);
        });
    }

    [Fact]
    public void Metrics_EveryId_IsANumberOnTheSampleBank()
    {
        SampleBank bank = SampleBank.Create(new() { Users = 2_000 });
        UserOpsDataset data = SampleBankData.Of(bank);
        EvaluationContext context = SampleBankData.AtTheEnd(bank);
        Assert.All(ActivityMetrics.Ids, id =>
        {
            double? value = ActivityMetrics.Of(id, data, "login", context).Value;
            Assert.InRange(value!.Value, 0.0001, id == ActivityMetrics.DailyActive ? 2_000 : id == ActivityMetrics.QuickRatio ? 100 : 1);
        });
        Assert.Equal(ActivityMetrics.Ids.Order(StringComparer.Ordinal), ActivationCatalog.Default.Tactics.Select(tactic => tactic.MetricId).OfType<string>().Order(StringComparer.Ordinal));
        Assert.Equal("There is no activity metric 'x'. (Parameter 'metricId')", Assert.Throws<ArgumentException>(() => ActivityMetrics.Of("x", data, "login", context)).Message);
    }

    [Fact]
    public void For_Metric_ListsWhatMovesIt()
        => Assert.Equal(["activation.content"], ActivationCatalog.Default.For(ActivityMetrics.Stickiness).Select(tactic => tactic.Id));

    [Fact]
    public void Open_SomeChecked_ListsTheRestInOrder()
    {
        ConversionChecklist list = ConversionChecklist.Default;
        Assert.Equal(7, list.Open([]).Length);
        Assert.Equal("conversion.step.locate", list.Open(["conversion.step.measure", "conversion.step.measure", "conversion.mistake.total"])[0].Id);
        Assert.Empty(list.Open(list.Items.Select(item => item.Id)));
        Assert.Equal("The checklist has no entry 'x'. (Parameter 'checkedIds')", Assert.Throws<ArgumentException>(() => list.Open(["x"])).Message);
    }

    [Fact]
    public void Validate_EverythingWrong_ListsEveryFault()
    {
        ActivationTactic sound = ActivationCatalog.Default.Tactics[0];
        Assert.Equal(
            "idMissing /id A catalog needs an id.|versionNotPositive /version The version is 0; versions start at 1."
            + "|textMissing /displayName/zh The Chinese text is missing.|textMissing /displayName/en The English text is missing."
            + "|duplicateId /tactics/1/id Another entry has the id 'activation.onboarding'."
            + "|missingMember /tactics/1/levers A tactic needs at least one lever.|unknownMetric /tactics/1/metricId There is no activity metric 'x'."
            + "|missingMember /tactics/2 The entry is null.|idMissing /tactics/3/id An entry needs an id.",
            Text(new ActivationCatalog { Id = " ", Version = 0, DisplayName = null!, Tactics = [sound, sound with { Levers = [], MetricId = "x" }, null!, sound with { Id = "" }] }.Validate()));
        Assert.Equal("missingMember /tactics The list is missing; an empty list is allowed.", Text((ActivationCatalog.Default with { Tactics = default }).Validate()));
        Assert.Equal(
            "unknownValue /items/0/kind 9 is not one of the named values.|textMissing /items/0/check/en The English text is missing.",
            Text((ConversionChecklist.Default with { Items = [ConversionChecklist.Default.Items[0] with { Kind = (ConversionItemKind)9, Check = new("问", "") }] }).Validate()));
    }

    private static void AssertBothLanguages(LocalizedText text)
        => Assert.True(text.Zh.Any(letter => letter >= '\u4e00') && text.En.All(char.IsAscii), $"{text}");

    private static string Text(ImmutableArray<DefinitionIssue> issues) => string.Join('|', issues.Select(issue => $"{issue.Code} {issue.Path} {issue.Message}"));
}
