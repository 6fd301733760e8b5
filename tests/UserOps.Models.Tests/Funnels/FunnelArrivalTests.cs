using System.Text.Json.Nodes;
using UserOps.Models.Funnels;
using UserOps.Models.Tests.Conformance;
using UserOps.Models.Tests.Funnels.Twin;

namespace UserOps.Models.Tests.Funnels;

/// <summary>The order in which events arrive changes no answer, unless ties by arrival ask for it.</summary>
public class FunnelArrivalTests
{
    [Fact]
    public void Evaluate_EventsShuffled_GivesTheSameAnswerUnderEveryPairOfOptions() =>
        TwinAgreement.Assert(
            FunnelCaseGenerator.Pairs().Where(pair => pair.First.Value != "input" && pair.Second.Value != "input"),
            (generator, pair) => [generator.Ask($"{pair.First} + {pair.Second}", users: 12, maximumEvents: 8, pair.First, pair.Second)],
            asked => [.. Differences(asked, FunnelDetail.Chains), .. Differences(asked, FunnelDetail.Counts)]);

    private static IReadOnlyList<string> Differences(ConformanceCase asked, FunnelDetail detail)
    {
        JsonNode?[] events = [.. asked.Events.EnumerateArray().Select(e => JsonNode.Parse(e.GetRawText()))];
        new Random(events.Length).Shuffle(events);
        ConformanceCase shuffled = FunnelCaseGenerator.Case("shuffled", JsonNode.Parse(asked.Definition.GetRawText())!, new JsonArray(events));
        return TwinAgreement.Differences(FunnelConformance.Answer(asked, detail, run: null), FunnelConformance.Answer(shuffled, detail, run: null));
    }
}
