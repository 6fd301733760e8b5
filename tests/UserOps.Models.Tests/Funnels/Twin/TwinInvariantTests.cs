using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>What must hold for the reference whatever the journeys are, so that a slip in it shows even where no case looks.</summary>
public class TwinInvariantTests
{
    [Theory] // the same question asked more strictly | never reaches further than
    [InlineData("ties", "increasing", "ties", "any")]
    [InlineData("ties", "input", "ties", "any")]
    [InlineData("order", "strict", "order", "ordered")]
    [InlineData("entry", "first", "entry", "any")]
    [InlineData("reuse", "false", "reuse", "true")]
    public void Levels_OfTheStricterQuestion_AreNeverHigher(string strictOption, string strict, string looseOption, string loose)
    {
        var generator = new FunnelCaseGenerator(seed: 11);
        bool differs = false;
        foreach (FunnelOption other in FunnelOption.All.Where(o => o.Name != strictOption && o.Name != "exclusions" && o.Value != "unordered"))
        {
            ConformanceCase asked = generator.Ask("invariant", users: 12, maximumEvents: 7, other);
            IReadOnlyDictionary<string, TwinOutcome> strictly = Outcomes(asked, strictOption, strict);
            foreach ((string unit, TwinOutcome loosely) in Outcomes(asked, looseOption, loose))
            {
                Assert.True(strictly[unit].Level <= loosely.Level, $"{unit} of {asked.Body}");
                differs |= strictly[unit].Level < loosely.Level;
            }
        }

        Assert.True(differs, "The journeys never tell the two questions apart.");
    }

    [Fact]
    public void Answer_WithoutTiesByInput_DoesNotDependOnTheOrderOfArrival()
    {
        var generator = new FunnelCaseGenerator(seed: 12);
        foreach (FunnelOption option in FunnelOption.All.Where(option => option.Value != "input"))
        {
            ConformanceCase asked = generator.Ask("arrival", users: 12, maximumEvents: 7, option);
            var reversed = new JsonArray([.. asked.Events.EnumerateArray().Reverse().Select(e => JsonNode.Parse(e.GetRawText()))]);
            ConformanceCase other = FunnelCaseGenerator.Case("reversed", JsonNode.Parse(asked.Definition.GetRawText())!, reversed);
            Assert.Empty(ExpectedAnswer.Differences(ToElement(TwinFunnel.Answer(asked)), TwinFunnel.Answer(other)));
        }
    }

    [Fact]
    public void Questions_OfEveryPair_AreTheSameForTheSameSeed()
    {
        var (first, second) = FunnelCaseGenerator.Pairs().First();
        string[] made =
        [
            .. new[] { new FunnelCaseGenerator(3), new FunnelCaseGenerator(3) }
                .Select(q => q.Ask("same", users: 5, maximumEvents: 7, q.Mix(first, second)).Body.GetRawText()),
        ];
        Assert.Equal(made[0], made[1]);
    }

    private static IReadOnlyDictionary<string, TwinOutcome> Outcomes(ConformanceCase asked, string option, string value)
    {
        JsonObject definition = JsonNode.Parse(asked.Definition.GetRawText())!.AsObject();
        definition[option] = bool.TryParse(value, out bool flag) ? flag : value;
        ConformanceCase changed = FunnelCaseGenerator.Case("changed", definition, JsonNode.Parse(asked.Events.GetRawText())!);
        return new TwinFunnel(TwinDefinitionReader.Read(changed.Definition), TwinEvent.ReadAll(changed.Events, changed.AsOf)).Outcomes;
    }

    private static System.Text.Json.JsonElement ToElement(JsonObject answer) =>
        System.Text.Json.JsonDocument.Parse(answer.ToJsonString()).RootElement;
}
