using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Funnels;

public sealed class FunnelPresetsTests
{
    public static TheoryData<string, Func<FunnelDefinition, FunnelDefinition>> Presets => new()
    {
        { nameof(FunnelPresets.ClickHouse), FunnelPresets.ClickHouse },
        { nameof(FunnelPresets.PostHog), FunnelPresets.PostHog },
        { nameof(FunnelPresets.Mixpanel), FunnelPresets.Mixpanel },
        { nameof(FunnelPresets.Amplitude), FunnelPresets.Amplitude },
    };

    [Theory] // level of one user, window 60 minutes, as conformance names the dialects
    [InlineData(nameof(FunnelPresets.ClickHouse), "XXX", "X", 3)] // one event fills every step
    [InlineData(nameof(FunnelPresets.PostHog), "XXX", "X", 1)]
    [InlineData(nameof(FunnelPresets.Mixpanel), "ABC", "A.A.B.............................................................C", 2)]
    [InlineData(nameof(FunnelPresets.Amplitude), "ABC", "A............A.........................................B.............C", 3)]
    [InlineData(nameof(FunnelPresets.Mixpanel), "ABC", "A............A.........................................B.............C", 2)] // the first entry alone
    public void Preset_OfADialect_GivesItsLevel(string preset, string steps, string journey, int expected)
    {
        FunnelModel funnel = Journeys.Funnel(steps, TimeSpan.FromMinutes(60), Of(preset));

        Assert.Equal(expected, funnel.Evaluate(Journeys.Of(journey), Journeys.Context).Users.LevelOf("u0"));
    }

    [Theory] // X, which nobody may do between A and B
    [InlineData(nameof(FunnelPresets.PostHog), -1)]
    [InlineData(nameof(FunnelPresets.Mixpanel), 1)] // keeps the steps before it
    public void Preset_ExcludedEvent_DoesWhatTheDialectDoes(string preset, int expected)
    {
        FunnelModel funnel = Journeys.Funnel("AB", null, d => Of(preset)(d with { Exclusions = [new FunnelExclusion { Events = "X", FromStep = 0, ToStep = 1 }] }));

        Assert.Equal(expected, funnel.Evaluate(Journeys.Of("AXB"), Journeys.Context).Users.LevelOf("u0"));
    }

    [Theory] // A inside the range, B after its end
    [InlineData(nameof(FunnelPresets.PostHog), 1)]
    [InlineData(nameof(FunnelPresets.Mixpanel), 2)]
    [InlineData(nameof(FunnelPresets.Amplitude), 2)]
    public void Preset_Range_LimitsWhatTheDialectLimits(string preset, int expected)
    {
        FunnelModel funnel = Journeys.Funnel("AB", null, d => Of(preset)(d with { Range = new() { To = Journeys.Start.AddMinutes(1) } }));

        Assert.Equal(expected, funnel.Evaluate(Journeys.Of("AB"), Journeys.Context).Users.LevelOf("u0"));
    }

    [Theory]
    [MemberData(nameof(Presets), DisableDiscoveryEnumeration = true)]
    public void Preset_OfAnyOrder_IsADefinitionThatCanBe(string name, Func<FunnelDefinition, FunnelDefinition> preset)
    {
        foreach (FunnelOrder order in Enum.GetValues<FunnelOrder>())
        {
            var definition = new FunnelDefinition { Steps = ["a", "b"], Order = order, Range = new() };

            Assert.Equal(definition.Steps, new FunnelModel(preset(definition)).Definition.Steps);
        }

        Assert.True(Assert.Throws<ArgumentNullException>(() => preset(null!)).ParamName == "definition", name);
    }

    private static Func<FunnelDefinition, FunnelDefinition> Of(string name) => name switch
    {
        nameof(FunnelPresets.ClickHouse) => FunnelPresets.ClickHouse,
        nameof(FunnelPresets.PostHog) => FunnelPresets.PostHog,
        nameof(FunnelPresets.Mixpanel) => FunnelPresets.Mixpanel,
        _ => FunnelPresets.Amplitude,
    };
}
