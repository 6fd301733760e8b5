using System.Text.Json.Nodes;
using UserOps.Models.Funnels;
using UserOps.Models.Tests.Conformance;
using UserOps.Models.Tests.Funnels.Twin;

namespace UserOps.Models.Tests.Funnels;

/// <summary>The model against the brute-force reference: every answer, over tens of thousands of random journeys.</summary>
/// <remarks>A failure prints the smallest case found that still fails, ready to be judged by the contract's text.</remarks>
public class FunnelTwinTests
{
    private const int MixesPerPair = 12;

    /// <summary>Members of an answer that come from the chosen chains.</summary>
    private static readonly string[] OfChains = ["conversionSeconds", "histogram", "chains"];

    [Fact]
    public void Evaluate_EveryPairOfOptionsAlone_AgreesWithTheTwin() =>
        TwinAgreement.Assert(
            FunnelCaseGenerator.Pairs(),
            (generator, pair) => [generator.Ask($"{pair.First} + {pair.Second}", users: 12, maximumEvents: 8, pair.First, pair.Second)],
            Disagreements);

    [Fact]
    public void Evaluate_EveryPairOfOptionsAmongOthers_AgreesWithTheTwin() =>
        TwinAgreement.Assert(
            FunnelCaseGenerator.Pairs(),
            (generator, pair) => Enumerable.Range(0, MixesPerPair).Select(mix => generator.Ask(
                $"{pair.First} + {pair.Second}, mix {mix}", users: 12, maximumEvents: 8, generator.Mix(pair.First, pair.Second))),
            Disagreements);

    [Fact]
    public void Evaluate_EveryOptionAlone_AgreesWithTheTwin() =>
        TwinAgreement.Assert(
            FunnelOption.All,
            (generator, option) => Enumerable.Range(0, 10).Select(i => generator.Ask($"{option}, {i}", users: 20, maximumEvents: 9, option)),
            Disagreements);

    [Fact] // chains that differ in their optional steps alone are rare; many journeys meet them
    public void Evaluate_ManyOptionalSteps_AgreesWithTheTwin() =>
        TwinAgreement.Assert(
            Enumerable.Range(0, 400),
            (generator, i) => [generator.Ask($"optional {i}", users: 40, maximumEvents: 9, FunnelOption.All.Single(o => o.Value == "between, within one"))],
            Disagreements);

    [Fact]
    public void Evaluate_NoOption_AgreesWithTheTwin() =>
        TwinAgreement.Assert(
            Enumerable.Range(0, 200),
            (generator, i) => [generator.Ask($"default {i}", users: 20, maximumEvents: 9)],
            Disagreements);

    [Fact]
    public void Evaluate_DistinctStepsWithoutTies_AgreesWithTheTwin() =>
        TwinAgreement.Assert(
            Enumerable.Range(0, 200),
            (generator, i) => [generator.AskPlainly($"plain {i}", users: 40, maximumEvents: 14)],
            Disagreements);

    private static List<string> Disagreements(ConformanceCase asked)
    {
        JsonObject twin = TwinFunnel.Answer(asked);
        List<string> found = [.. TwinAgreement.Differences(twin, FunnelConformance.Answer(asked, FunnelDetail.Chains, run: null))];
        if (asked.Definition.Member("histogram") is null)
        {
            // Without chains another path may answer; a histogram cannot be had there.
            Array.ForEach(OfChains, member => twin.Remove(member));
            JsonObject counts = FunnelConformance.Answer(asked, FunnelDetail.Counts, new RunOptions { MaxDegreeOfParallelism = 1 });
            found.AddRange(TwinAgreement.Differences(twin, counts).Select(difference => $"(counts only) {difference}"));
        }

        return found;
    }
}
