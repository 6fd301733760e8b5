using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Retention;
using UserOps.Models.Tests.Conformance;
using UserOps.Models.Tests.Retention.Twin;

namespace UserOps.Models.Tests.Retention;

/// <summary>The model against the naive reading of the contract, over random questions and logs, cut and shuffled in every way.</summary>
public class RetentionTwinTests
{
    private const int CasesPerBlock = 400;

    public static TheoryData<int> Blocks => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Evaluate_RandomQuestionAndLog_GivesWhatTheTwinGives(int block)
    {
        foreach (ConformanceCase asked in Cases(block))
        {
            string expected = TwinRetention.Answer(asked).ToJsonString();
            string actual = RetentionCases.Answer(asked).ToJsonString();
            Assert.True(expected == actual, $"{asked.Definition}\nas of {asked.AsOf:O}\n{asked.Events}\nexpected {expected}\nactual   {actual}");
        }
    }

    [Fact]
    public void Cases_Random_ReachWhatTheyAreFor()
    {
        RetentionSummary[] summaries = [.. Cases(0).Select(asked => RetentionCases.Evaluate(asked).Summary)];
        long?[] cells = [.. summaries.SelectMany(summary => summary.Cohorts).SelectMany(cohort => cohort.Retained.Skip(1))];
        Assert.True(cells.Count(count => count is null) > 500, "cells that are not over");
        Assert.True(cells.Count(count => count > 0) > 200, $"{cells.Count(count => count > 0)} cells with users"); // else the comparison above compares zeros
        Assert.True(summaries.Sum(summary => summary.Breakdown.Length) > 100, "breakdown rows");
        Assert.True(summaries.Count(summary => summary.EventsAfterAsOf > 0) > 50, "events after as of");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Evaluate_AnyNumberOfThreads_GivesTheSame(int threads)
    {
        foreach (ConformanceCase asked in Cases(100).Take(60))
        {
            Assert.Equal(RetentionCases.Answer(asked).ToJsonString(), RetentionCases.Answer(asked, new() { MaxDegreeOfParallelism = threads }).ToJsonString());
        }
    }

    [Fact]
    public void Merge_ShardsOfUsers_EqualsTheWhole()
    {
        foreach (ConformanceCase asked in Cases(101))
        {
            RetentionSummary whole = RetentionCases.Evaluate(asked).Summary;
            RetentionSummary merged = Enumerable.Range(0, 3)
                .Select(shard => RetentionCases.Evaluate(asked.WithUsers(user => user[^1] % 3 == shard)).Summary)
                .Aggregate(RetentionSummary.Merge);
            Assert.Equal(whole, merged);
            Assert.Equal(whole, UserOpsJson.Deserialize<RetentionSummary>(UserOpsJson.Serialize(whole)));
        }
    }

    [Fact]
    public void Evaluate_ReversedArrival_GivesTheSame()
    {
        foreach (ConformanceCase asked in Cases(102))
        {
            JsonNode body = JsonSerializer.SerializeToNode(asked.Body)!;
            body["events"] = new JsonArray([.. body["events"]!.AsArray().Reverse().Select(e => e!.DeepClone())]);
            ConformanceCase reversed = asked with { Body = JsonSerializer.SerializeToElement(body) };
            Assert.Equal(RetentionCases.Evaluate(asked).Summary, RetentionCases.Evaluate(reversed).Summary);
        }
    }

    [Fact]
    public void OnOrAfter_RandomQuestionAndLog_NeverRisesAndIsAtLeastOn()
    {
        foreach (ConformanceCase asked in Cases(103))
        {
            RetentionDefinition definition = RetentionCaseReader.Read(asked.Definition) with { Rule = RetentionRule.OnOrAfter, Brackets = [], Breakdown = null };
            UserOpsDataset data = RetentionCases.DataOf(asked);
            EvaluationContext context = RetentionCaseReader.Context(asked);
            RetentionSummary after = new RetentionModel(definition).Evaluate(data, context).Summary;
            RetentionSummary on = new RetentionModel(definition with { Rule = RetentionRule.On }).Evaluate(data, context).Summary;
            foreach ((RetentionCohort wide, RetentionCohort narrow) in after.Cohorts.Zip(on.Cohorts))
            {
                Assert.Equal(wide.Size, narrow.Size);
                Assert.All(wide.Retained.Zip(wide.Retained.Skip(1)), pair => Assert.True(pair.Second is null || pair.First >= pair.Second));
                Assert.All(wide.Retained.Zip(narrow.Retained), pair => Assert.True(pair.First is null ? pair.Second is null : pair.First >= pair.Second && pair.First <= wide.Size));
            }
        }
    }

    [Fact]
    public void Users_RandomQuestionAndLog_AreThoseCountedAndExplained()
    {
        foreach (ConformanceCase asked in Cases(104).Take(120))
        {
            RetentionResult result = RetentionCases.Evaluate(asked);
            UserOpsDataset data = RetentionCases.DataOf(asked);
            RetentionExplanation[] explained = [.. Enumerable.Range(0, data.Directory.Count).Select(i => result.Users.Explain(data.Directory[i]))];
            for (int cohort = 0; cohort < Math.Min(6, result.Definition.Cohorts); cohort++)
            {
                RetentionCohort row = result.Summary.Cohorts[cohort];
                UserSet members = result.Users.Members(cohort);
                Assert.Equal(row.Size, members.Count);
                Assert.Equal(members.Ids(), explained.Where(user => user.Cohorts.Any(own => own.Cohort == cohort)).Select(user => user.User));
                for (int column = 0; column < Math.Min(6, row.Retained.Length); column++)
                {
                    UserSet? retained = result.Users.Retained(cohort, column);
                    Assert.Equal(row.Retained[column], retained?.Count);
                    Assert.Equal(row.Size - row.Retained[column], result.Users.NotRetained(cohort, column)?.Count);
                    Assert.Equal(
                        retained?.Ids() ?? [],
                        explained.Where(user => user.Cohorts.Any(own => own.Cohort == cohort && own.Cells[column].State == RetentionCell.Returned)).Select(user => user.User));
                }
            }
        }
    }

    [Fact]
    public void BreakdownUsers_RandomQuestionAndLog_AreThoseCounted()
    {
        foreach (ConformanceCase asked in Cases(105).Where(asked => asked.Definition.Text("breakdown") is not null).Take(60))
        {
            RetentionResult result = RetentionCases.Evaluate(asked);
            foreach (RetentionBreakdownRow row in result.Summary.Breakdown)
            {
                Assert.Equal(row.Cohorts[0].Size, result.Users.Members(0, row.Value).Count);
                Assert.Equal(row.Cohorts[0].Retained[^1], result.Users.Retained(0, row.Cohorts[0].Retained.Length - 1, row.Value)?.Count);
            }

            Assert.Equal(0, result.Users.Members(0, "no such value").Count);
        }
    }

    [Fact]
    public void FillCells_RandomQuestionAndLog_AddsUpToTheTable()
    {
        foreach (ConformanceCase asked in Cases(106))
        {
            RetentionDefinition definition = RetentionCaseReader.Read(asked.Definition) with { Breakdown = null };
            UserOpsDataset data = RetentionCases.DataOf(asked);
            EvaluationContext context = RetentionCaseReader.Context(asked);
            RetentionSummary summary = new RetentionModel(definition).Evaluate(data, context).Summary;
            RetentionGrid grid = new RetentionModel(definition).GridIn(context);
            var events = new RetentionEvents(definition, data, context, run: null, CancellationToken.None);
            var sums = new long[grid.Cohorts * grid.Columns];
            var cells = new RetentionCell[sums.Length];
            for (int user = 0; user < data.Directory.Count; user++)
            {
                var instants = new UserInstants(events);
                for (int row = data.Events.Offsets[user]; row < data.Events.Offsets[user + 1]; row++)
                {
                    instants.Add(row);
                }

                grid.FillCells(instants.Starts, instants.Returns, cells);
                for (int i = 0; i < cells.Length; i++)
                {
                    sums[i] += cells[i] == RetentionCell.Returned ? 1 : 0;
                }
            }

            Assert.Equal(summary.Cohorts.SelectMany(cohort => cohort.Retained).Select(count => count ?? 0), sums);
        }
    }

    private static IEnumerable<ConformanceCase> Cases(int block)
        => Enumerable.Range(block * CasesPerBlock, CasesPerBlock).Select(RandomRetentionCase.Create);
}
