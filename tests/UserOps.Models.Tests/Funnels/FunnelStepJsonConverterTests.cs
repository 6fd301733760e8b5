using System.Text.Json;
using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Funnels;

public sealed class FunnelStepJsonConverterTests
{
    [Fact]
    public void Deserialize_BareNames_AreStepsWithDefaults()
    {
        FunnelDefinition read = UserOpsJson.Deserialize<FunnelDefinition>("""{"steps":["view",{"events":{"names":["cart"]},"within":"01:00:00"},"浏览"]}""");

        Assert.Equal(new FunnelDefinition { Steps = ["view", new() { Events = "cart", Within = TimeSpan.FromHours(1) }, "浏览"] }, read);
        Assert.Equal("pay", UserOpsJson.Deserialize<FunnelStep>("\"pay\""));
    }

    [Fact]
    public void Serialize_StepFromAName_WritesTheObject()
        => Assert.Equal("""{"events":{"names":["view"]},"optional":false,"occurrence":"every"}""", UserOpsJson.Serialize<FunnelStep>("view"));

    [Fact]
    public void Deserialize_EmptyName_IsAFaultOfTheDefinition()
    {
        FunnelDefinition read = UserOpsJson.Deserialize<FunnelDefinition>("""{"steps":[""]}""");
        Assert.Equal("/steps/0/events/names/0", Assert.Single(Assert.Throws<InvalidDefinitionException>(() => new FunnelModel(read)).Issues).Path);
    }

    [Theory]
    [InlineData("5", "A step is the name of an event, or an object with \"events\".", "$.steps[1]")]
    [InlineData("null", "A step is the name of an event, or an object with \"events\".", "$.steps[1]")]
    [InlineData("true", "A step is the name of an event, or an object with \"events\".", "$.steps[1]")]
    [InlineData("[\"cart\"]", "A step is the name of an event, or an object with \"events\".", "$.steps[1]")]
    [InlineData("""{"events":{"names":["a"]},"within":"soon"}""", "The value has to be a duration such as \"7.00:00:00\": days.hours:minutes:seconds.", "$.steps[1].within")]
    [InlineData("""{"events":{"names":["a"]},"occurrence":"twice"}""", "The value has to be one of every, firstEver, firstMatching.", "$.steps[1].occurrence")]
    [InlineData("""{"events":{"names":["a"],"where":{"field":"a"}}}""", null, "$.steps[1].events.where")] // no op
    [InlineData("{}", null, "$.steps[1]")]                                                                // no events
    public void Deserialize_WhatIsNoStep_GivesReasonAndPlace(string step, string? reason, string path)
    {
        JsonException thrown = Assert.Throws<JsonException>(() => UserOpsJson.Deserialize<FunnelDefinition>($$"""{"steps":["view",{{step}}]}"""));

        Assert.Equal(path, thrown.Path);
        Assert.StartsWith(reason ?? "", thrown.Message, StringComparison.Ordinal);
        Assert.Contains($" (at {path}", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Path:", thrown.Message, StringComparison.Ordinal);
    }
}
