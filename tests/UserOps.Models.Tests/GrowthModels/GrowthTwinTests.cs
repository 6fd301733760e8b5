using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.GrowthModels;
using UserOps.Models.Tests.Conformance;
using UserOps.Models.Tests.GrowthModels.Twin;

namespace UserOps.Models.Tests.GrowthModels;

/// <summary>The models against the second, naive reading of the contract, over random logs, cut and shuffled in every way.</summary>
public class GrowthTwinTests
{
    private const int CasesPerBlock = 250;

    public static TheoryData<int> Blocks => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Evaluate_RandomLog_GivesWhatTheTwinGives(int block)
    {
        foreach (ConformanceCase asked in Cases(block))
        {
            Assert.Equal(TwinGrowthStages.Answer(asked).ToJsonString(), GrowthCases.Answer(asked).ToJsonString(), ignoreCase: false);
        }
    }

    [Fact]
    public void Cases_Random_ReachEveryStageAndLeaveEveryStage()
    {
        GrowthStageCounts sum = Cases(0).Select(asked => Evaluate(asked).Aarrr.Summary.Cohort.Counts.InOrder)
            .Aggregate((a, b) => GrowthStageCounts.Sum(a, b));
        Assert.True(sum.Referral > 20, $"{sum}"); // else the comparison above compares zeros
        Assert.True(sum.Revenue > sum.Referral && sum.Retention > sum.Revenue && sum.Activation > sum.Retention && sum.Acquisition > sum.Activation, $"{sum}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Evaluate_AnyNumberOfThreads_GivesTheSame(int threads)
    {
        foreach (ConformanceCase asked in Cases(100).Take(40))
        {
            string expected = GrowthCases.Answer(asked).ToJsonString();
            Assert.Equal(expected, GrowthCases.Answer(asked, new() { MaxDegreeOfParallelism = threads }).ToJsonString());
        }
    }

    [Fact]
    public void Merge_ShardsOfUsers_EqualsTheWhole()
    {
        foreach (ConformanceCase asked in Cases(101))
        {
            (AarrrResult aarrr, RarraResult rarra) = Evaluate(asked);
            (AarrrResult Aarrr, RarraResult Rarra)[] shards =
            [
                .. Enumerable.Range(0, 3).Select(shard => GrowthComparison.Evaluate(
                    GrowthCases.DefinitionOf(asked) with { Breakdown = Currency },
                    GrowthCases.DataOf(asked, user => user[^1] % 3 == shard),
                    GrowthCases.ContextOf(asked))),
            ];
            Assert.Equal(aarrr.Summary, shards.Select(shard => shard.Aarrr.Summary).Aggregate(AarrrSummary.Merge));
            Assert.Equal(rarra.Summary, shards.Select(shard => shard.Rarra.Summary).Aggregate(RarraSummary.Merge));
        }
    }

    [Fact]
    public void Evaluate_ShuffledArrival_GivesTheSame()
    {
        foreach (ConformanceCase asked in Cases(102))
        {
            JsonNode body = JsonSerializer.SerializeToNode(asked.Body)!;
            body["events"] = new JsonArray([.. body["events"]!.AsArray().Reverse().Select(e => e!.DeepClone())]);
            ConformanceCase reversed = asked with { Body = JsonSerializer.SerializeToElement(body) };
            Assert.Equal(Evaluate(asked).Aarrr.Summary, Evaluate(reversed).Aarrr.Summary);
        }
    }

    [Fact]
    public void Users_RandomLog_AreThoseCounted()
    {
        foreach (ConformanceCase asked in Cases(103))
        {
            (AarrrResult aarrr, RarraResult rarra) = Evaluate(asked);
            foreach (AarrrStage stage in aarrr.Summary.Stages)
            {
                Assert.Equal(stage.Raw, aarrr.Users.Reached(stage.Stage).Count);
                Assert.Equal(stage.Users, aarrr.Users.ReachedInOrder(stage.Stage).Count);
                Assert.Equal(stage.Entered - stage.Users, aarrr.Users.LostBefore(stage.Stage).Count);
            }

            foreach (RarraStage stage in rarra.Summary.Stages)
            {
                Assert.Equal(stage.Users, rarra.Users.Reached(stage.Stage).Count);
                Assert.Equal(stage.Base - stage.Users, rarra.Users.LostBefore(stage.Stage).Count);
            }

            Assert.Equal(rarra.Summary.Retention.Numerator, rarra.Users.Retained.Count);
            Assert.Equal(aarrr.Users.Cohort, rarra.Users.Cohort);
        }
    }

    [Fact]
    public void Explain_EveryUser_AgreesWithTheSets()
    {
        foreach (ConformanceCase asked in Cases(104))
        {
            AarrrResult result = Evaluate(asked).Aarrr;
            UserOpsDataset data = GrowthCases.DataOf(asked);
            foreach (int ordinal in UserSet.Everyone(data.Directory))
            {
                GrowthExplanation told = result.Users.Explain(data.Directory[ordinal]);
                Assert.Equal(told.Membership == GrowthMembership.InCohort, result.Users.Cohort.Contains(ordinal));
                foreach (GrowthStageExplanation stage in told.Stages)
                {
                    Assert.Equal(stage.IsReached, result.Users.Reached(stage.Stage).Contains(ordinal));
                    Assert.Equal(stage.IsReached, stage.Failed is null);
                    Assert.True(stage.MissedBy is null || stage.MissedBy > TimeSpan.Zero);
                }
            }

            Assert.Equal(
                result.Summary.Cohort.Coverage.RetentionOpen,
                data.Directory.Count == 0 ? 0 : UserSet.Everyone(data.Directory).Count(ordinal => result.Users.Explain(data.Directory[ordinal])
                    .Stages.Any(stage => stage.Stage == GrowthStage.Retention && stage.IsOpen)));
        }
    }

    [Fact]
    public void Breakdown_RandomLog_IsTheFirstAcquisitionsSmallestValue()
    {
        foreach (ConformanceCase asked in Cases(105))
        {
            (AarrrResult result, RarraResult rarra) = Evaluate(asked);
            UserOpsDataset data = GrowthCases.DataOf(asked);
            var expected = result.Users.Cohort.Select(ordinal => result.Users.Explain(data.Directory[ordinal]).BreakdownValue)
                .GroupBy(value => value).OrderBy(rows => rows.Key is null).ThenBy(rows => rows.Key, StringComparer.Ordinal)
                .Select(rows => (rows.Key, (long)rows.Count()));
            Assert.Equal(expected, result.Summary.Breakdown.Select(row => (row.Value, row.Stages[0].Users)));
            Assert.Equal(expected, rarra.Summary.Breakdown.Select(row => (row.Value, row.Stages[^1].Users)));
            for (int stage = 0; stage < 5; stage++)
            {
                Assert.Equal(result.Summary.Stages[stage].Users, result.Summary.Breakdown.Sum(row => row.Stages[stage].Users));
                Assert.Equal(rarra.Summary.Stages[stage].Users, rarra.Summary.Breakdown.Sum(row => row.Stages[stage].Users));
            }
        }
    }

    [Fact]
    public void Coverage_Complete_LaterEventsChangeNoCount()
    {
        int complete = 0;
        foreach (ConformanceCase asked in Cases(106))
        {
            AarrrSummary seen = Evaluate(asked).Aarrr.Summary;
            AarrrSummary all = new AarrrModel(GrowthCases.DefinitionOf(asked)).Evaluate(
                GrowthCases.DataOf(asked), GrowthCases.ContextOf(asked) with { AsOf = CaseTimes.AfterEverything }).Summary;
            complete += seen.Cohort.Coverage.IsComplete ? 1 : 0;
            Assert.True(!seen.Cohort.Coverage.IsComplete || seen.Cohort.Counts == all.Cohort.Counts);
        }

        Assert.InRange(complete, 20, CasesPerBlock - 20);
    }

    [Fact]
    public void StagesReached_SpanDoor_AgreesWithTheTypedDoor()
    {
        foreach (ConformanceCase asked in Cases(107))
        {
            AarrrResult result = Evaluate(asked).Aarrr;
            UserOpsDataset data = GrowthCases.DataOf(asked);
            GrowthCohort cohort = new RarraModel(result.Definition).CohortIn(result.Context);
            EventMatches[] matches =
                [.. Enum.GetValues<GrowthStage>().Select(stage => EventMatches.Of(result.Definition.Stages[stage], data, result.Context.Zone, ""))];
            for (int ordinal = 0; ordinal < data.Directory.Count; ordinal++)
            {
                Range events = data.Events.Offsets[ordinal]..data.Events.Offsets[ordinal + 1];
                GrowthStages[] served = [.. Enumerable.Range(0, data.Events.Count).Take(events).Select(index
                    => (GrowthStages)matches.Select((match, stage) => match.Contains(data.Events.CodeAt(index), index) ? 1 << stage : 0).Sum())];
                GrowthStages reached = cohort.StagesReached(data.Events.UtcTicks[events], served);
                Assert.All(Enum.GetValues<GrowthStage>(), stage
                    => Assert.Equal(result.Users.Reached(stage).Contains(ordinal), reached.HasFlag((GrowthStages)(1 << (int)stage))));
            }
        }
    }

    [Fact]
    public void Summaries_RandomLog_SurviveJson()
    {
        foreach (ConformanceCase asked in Cases(108).Take(50))
        {
            (AarrrResult aarrr, RarraResult rarra) = Evaluate(asked);
            Assert.Equal(aarrr.Summary, UserOpsJson.Deserialize<AarrrSummary>(UserOpsJson.Serialize(aarrr.Summary)));
            Assert.Equal(rarra.Summary, UserOpsJson.Deserialize<RarraSummary>(UserOpsJson.Serialize(rarra.Summary)));
            Assert.Equal(aarrr.Definition, UserOpsJson.Deserialize<GrowthStagesDefinition>(UserOpsJson.Serialize(aarrr.Definition)));
        }
    }

    private static CategoryField Currency => Field.Category("currency");

    private static IEnumerable<ConformanceCase> Cases(int block)
        => Enumerable.Range(block * CasesPerBlock, CasesPerBlock).Select(RandomGrowthCase.Create);

    private static (AarrrResult Aarrr, RarraResult Rarra) Evaluate(ConformanceCase asked)
        => GrowthComparison.Evaluate(GrowthCases.DefinitionOf(asked) with { Breakdown = Currency }, GrowthCases.DataOf(asked), GrowthCases.ContextOf(asked));
}
