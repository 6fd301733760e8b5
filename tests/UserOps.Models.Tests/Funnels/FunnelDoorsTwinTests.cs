using System.Text.Json.Nodes;
using UserOps.Models.Funnels;
using UserOps.Models.Tests.Conformance;
using UserOps.Models.Tests.Funnels.Twin;

namespace UserOps.Models.Tests.Funnels;

/// <summary>The other ways to ask a funnel, against the reference: the span door, explanations, parts that are merged.</summary>
public class FunnelDoorsTwinTests
{
    private const int MixesPerPair = 3;

    [Fact]
    public void CompletedSteps_RandomJourneys_AgreesWithTheTwin() => AssertAgreement(DisagreementsOfSpans);

    [Fact]
    public void Explain_RandomJourneys_NamesTheLevelAndTheChainOfTheTwin() => AssertAgreement(DisagreementsOfExplanations);

    [Fact]
    public void Merge_UsersInTwoParts_EqualsTheWhole() => AssertAgreement(DisagreementsOfParts);

    private static void AssertAgreement(Func<FunnelDefinition, TwinFunnel, ConformanceCase, IEnumerable<string>> disagreements) =>
        TwinAgreement.Assert(
            FunnelCaseGenerator.Pairs(),
            (generator, pair) => Enumerable.Range(0, MixesPerPair).Select(mix => generator.Ask(
                $"{pair.First} + {pair.Second}, mix {mix}", users: 12, maximumEvents: 8, generator.Mix(pair.First, pair.Second))),
            asked =>
            {
                TwinDefinition definition = TwinDefinitionReader.Read(asked.Definition);
                return TwinRefusals.Of(definition).Count > 0
                    ? []
                    : [.. disagreements(FunnelCaseReader.Read(asked.Definition), TwinOf(definition, asked), asked)];
            });

    private static TwinFunnel TwinOf(TwinDefinition definition, ConformanceCase asked) => new(definition, TwinEvent.ReadAll(asked.Events, asked.AsOf));

    private static IEnumerable<string> DisagreementsOfSpans(FunnelDefinition definition, TwinFunnel twin, ConformanceCase asked)
    {
        TwinDefinition asWritten = TwinDefinitionReader.Read(asked.Definition);
        bool needsColumns = definition.Unit is not null || definition.HoldConstant.Length + definition.Exclusions.Length > 0
            || definition.Range is not null || definition.Steps.Any(step => step.Occurrence != FunnelOccurrence.Every);
        if (needsColumns)
        {
            yield break;
        }

        var model = new FunnelModel(definition);
        foreach (IGrouping<string, TwinEvent> user in TwinEvent.ReadAll(asked.Events, asked.AsOf).GroupBy(e => e.User))
        {
            TwinEvent[] journey = [.. user.OrderBy(e => e.Ticks).ThenBy(e => e.Position)];
            ulong[] stepsFilled = [.. journey.Select(e => model.StepsFilledBy(e.Name) & StepsMatchedBy(e, asWritten))];
            int completed = model.CompletedSteps([.. journey.Select(e => e.Ticks)], stepsFilled);
            if (completed != twin.Outcomes[user.Key].Level)
            {
                yield return $"{user.Key}: expected {twin.Outcomes[user.Key].Level}, actual {completed}";
            }
        }
    }

    private static ulong StepsMatchedBy(TwinEvent e, TwinDefinition definition) =>
        definition.Steps.Index().Aggregate(0UL, (steps, step) => step.Item.Filter.Matches(e) ? steps | (1UL << step.Index) : steps);

    private static IEnumerable<string> DisagreementsOfExplanations(FunnelDefinition definition, TwinFunnel twin, ConformanceCase asked)
    {
        if (definition.Unit is not null)
        {
            yield break;
        }

        UserOpsDataset data = CaseDataset.Read(asked, CaseDataset.PropertiesIn(asked.Definition));
        FunnelResult result = new FunnelModel(definition).Evaluate(data, FunnelCaseReader.Context(asked));
        foreach ((string user, TwinOutcome outcome) in twin.Outcomes)
        {
            FunnelExplanation explanation = result.Users.Explain(user);
            string expected = Describe(outcome.Level, outcome.Chain?.Links.Select(link => (link.Step, link.Event.Ticks)) ?? []);
            string actual = Describe(
                explanation.Level,
                explanation.Level > 0 ? explanation.Served.Select(served => (served.Step, served.Instant.UtcTicks)) : []);
            if (expected != actual)
            {
                yield return $"{user}: expected {expected}, actual {actual}";
            }

            // The chain that a removed user would have had may well lack nothing.
            if (outcome.Level >= 0 && explanation.NextStep is null != (outcome.Level == definition.Steps.Length))
            {
                yield return $"{user}: level {outcome.Level}, next step {explanation.NextStep}";
            }
        }
    }

    private static string Describe(int level, IEnumerable<(int Step, long Ticks)> chain) =>
        $"level {level}, {string.Join(" ", chain.Select(link => $"{link.Step}@{link.Ticks}"))}";

    private static IEnumerable<string> DisagreementsOfParts(FunnelDefinition definition, TwinFunnel twin, ConformanceCase asked)
    {
        if (definition.Unit is not null)
        {
            return [];
        }

        FunnelSummary Summarize(Func<string, bool> users)
        {
            IEnumerable<JsonNode?> events = asked.Events.EnumerateArray()
                .Where(e => users(e.GetProperty("user").GetString()!)).Select(e => JsonNode.Parse(e.GetRawText()));
            ConformanceCase part = FunnelCaseGenerator.Case(asked.Id, JsonNode.Parse(asked.Definition.GetRawText())!, new JsonArray([.. events]));
            UserOpsDataset data = CaseDataset.Read(part, CaseDataset.PropertiesIn(asked.Definition));
            return new FunnelModel(definition).Evaluate(data, FunnelCaseReader.Context(asked)).Summary;
        }

        bool IsInFirstPart(string user) => user[^1] % 2 == 0;
        FunnelSummary merged = FunnelSummary.Merge(Summarize(IsInFirstPart), Summarize(user => !IsInFirstPart(user)));
        FunnelSummary whole = Summarize(_ => true);
        return merged == whole && whole.Removed == twin.Outcomes.Values.LongCount(outcome => outcome.Level < 0)
            ? []
            : [$"expected {whole}, actual {merged}"];
    }
}
