using UserOps.Models.Lifecycle;

namespace UserOps.Models.Tests.Lifecycle;

/// <summary>The warning against its second, naive reading, over random logs in zones that change their clocks, 'as of' anywhere in a day.</summary>
public class ChurnTwinTests
{
    private const int Logs = 150;

    [Fact]
    public void Evaluate_RandomLogs_GivesWhatTheTwinGives()
    {
        var met = new HashSet<(ChurnCombination, ChurnState, ChurnUnknownReason?)>();
        for (int seed = 0; seed < Logs; seed++)
        {
            ChurnRow[] rows = ChurnLogs.Random(seed, out ChurnWarningDefinition definition, out EvaluationContext context);
            ChurnWarningResult result = new ChurnWarningModel(definition).Evaluate(ChurnLogs.DataOf(rows), context);
            foreach (IGrouping<string, ChurnRow> user in rows.GroupBy(row => row.User))
            {
                ChurnTwin twin = ChurnTwin.Of(user, definition, context);
                ChurnRisk risk = result.Users.Explain(user.Key);
                string place = $"seed {seed}, {risk}";
                Assert.True((twin.State, twin.Because) == (risk.State, risk.UnknownBecause), place);
                Same(twin.Score, risk.Score.Value, place);
                Same(twin.GapRatio, risk.GapRatio.Value, place);
                Assert.True(twin.Trend is null == risk.AmountTrend!.Value.Value is null && Math.Abs((twin.Trend ?? 0) - (risk.AmountTrend.Value.Value ?? 0)) < 1e-20m, place);
                Assert.True((twin.Recent, twin.Base, twin.Last) == (risk.Amounts!.Recent, risk.Amounts.Base, risk.Gap.LastActivity), place);
                Assert.True(risk.Score.Value is not { } score || score >= 0.5 == (risk.State == ChurnState.Warned), place);
                Assert.True(risk.Gap.Passes is not { } passes || (passes == risk.Gap.PassesFrom <= context.AsOf && passes == risk.Gap.BeyondLimit >= TimeSpan.Zero), place);
                met.Add((definition.WarnWhen, risk.State, risk.UnknownBecause));
            }
        }

        Assert.True(met.Count >= 14, $"only {met.Count} kinds of answers were met"); // 3 verdicts x 3 combinations, and most reasons
    }

    [Fact]
    public void Summary_RandomLogs_CountsTheSetsAndSurvivesJson()
    {
        for (int seed = 1000; seed < 1040; seed++)
        {
            ChurnRow[] rows = ChurnLogs.Random(seed, out ChurnWarningDefinition definition, out EvaluationContext context);
            UserOpsDataset data = ChurnLogs.DataOf(rows);
            ChurnWarningResult result = new ChurnWarningModel(definition).Evaluate(data, context);
            ChurnWarningSummary summary = result.Summary;
            Assert.Equal(data.Directory.Count, summary.Users);
            Assert.Equal((summary.Warned, summary.NotWarned, summary.Unknown), (result.Users.Warned.Count, result.Users.NotWarned.Count, result.Users.Unknown.Count));
            Assert.Equal(
                [summary.NoActivity, summary.TooFewGaps, summary.NoBaseAmount, summary.NegativeBaseAmount],
                Enum.GetValues<ChurnUnknownReason>().Select(reason => (long)result.Users.UnknownBecause(reason).Count));
            Assert.Equal(summary.Users - summary.Unknown, data.Directory.Count - result.Users.Scores.MissingCount);
            Assert.Equal(rows.LongCount(row => row.At > context.AsOf), summary.EventsAfterAsOf);
            Assert.Equal(summary, UserOpsJson.Deserialize<ChurnWarningSummary>(UserOpsJson.Serialize(summary)));
            ChurnRisk first = result.Users.Explain(rows[0].User);
            Assert.Equal(first, UserOpsJson.Deserialize<ChurnRisk>(UserOpsJson.Serialize(first)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Evaluate_AnyNumberOfThreadsAndOrderOfArrival_GivesTheSame(int threads)
    {
        for (int seed = 2000; seed < 2020; seed++)
        {
            ChurnRow[] rows = ChurnLogs.Random(seed, out ChurnWarningDefinition definition, out EvaluationContext context);
            var model = new ChurnWarningModel(definition);
            ChurnWarningResult one = model.Evaluate(ChurnLogs.DataOf(rows), context, new() { MaxDegreeOfParallelism = 1 });
            ChurnWarningResult many = model.Evaluate(ChurnLogs.DataOf(rows.Reverse()), context, new() { MaxDegreeOfParallelism = threads });
            Assert.Equal(one.Summary, many.Summary);
            Assert.Equal(
                one.Users.MostAtRisk(100).Select(risk => (risk.User, risk.Score, risk.Gap.Ratio, risk.Amounts)),
                many.Users.MostAtRisk(100).Select(risk => (risk.User, risk.Score, risk.Gap.Ratio, risk.Amounts)));
        }
    }

    [Fact]
    public void Merge_ShardsOfUsers_EqualsTheWhole()
    {
        for (int seed = 3000; seed < 3030; seed++)
        {
            ChurnRow[] rows = ChurnLogs.Random(seed, out ChurnWarningDefinition definition, out EvaluationContext context);
            var model = new ChurnWarningModel(definition);
            UserOpsDataset[] shards = [.. Enumerable.Range(0, 3).Select(shard => ChurnLogs.DataOf(rows.Where(row => row.User[^1] % 3 == shard)))];
            Assert.Equal(
                model.Evaluate(ChurnLogs.DataOf(rows), context).Summary,
                shards.Select(shard => model.Evaluate(shard, context).Summary).Aggregate(ChurnWarningSummary.Merge));
            Assert.Equal(
                model.Backtest(ChurnLogs.DataOf(rows), context, 30, 60),
                shards.Select(shard => model.Backtest(shard, context, 30, 60)).Aggregate(ChurnBacktest.Merge));
        }
    }

    [Fact]
    public void MostAtRisk_RandomLogs_IsTheFullOrderCutOff()
    {
        for (int seed = 4000; seed < 4030; seed++)
        {
            ChurnRow[] rows = ChurnLogs.Random(seed, out ChurnWarningDefinition definition, out EvaluationContext context);
            ChurnWarningUsers users = new ChurnWarningModel(definition).Evaluate(ChurnLogs.DataOf(rows), context).Users;
            UserId[] expected =
            [
                .. rows.Select(row => row.User).Distinct().Select(id => users.Explain(id)).Where(risk => risk.Score.Value is not null)
                    .OrderByDescending(risk => risk.Score.Value).ThenByDescending(risk => risk.GapRatio.Value ?? double.NegativeInfinity).ThenBy(risk => risk.User.ToString(), StringComparer.Ordinal)
                    .Select(risk => risk.User),
            ];
            foreach (int count in new[] { 0, 1, 5, 1000 })
            {
                Assert.Equal(expected.Take(count), users.MostAtRisk(count).Select(risk => risk.User));
            }

            Assert.Equal(expected.Where(users.Warned.Contains), users.MostAtRisk(1000, users.Warned).Select(risk => risk.User));
        }
    }

    [Fact]
    public void Assess_SpanDoor_AgreesWithTheTypedDoor()
    {
        for (int seed = 5000; seed < 5060; seed++)
        {
            ChurnRow[] rows = ChurnLogs.Random(seed, out ChurnWarningDefinition definition, out EvaluationContext context);
            definition = definition with { Activity = "login" };
            var model = new ChurnWarningModel(definition);
            ChurnWarningUsers users = model.Evaluate(ChurnLogs.DataOf(rows), context).Users;
            ChurnGauge gauge = model.GaugeIn(context);
            foreach (IGrouping<string, ChurnRow> user in rows.GroupBy(row => row.User))
            {
                ChurnRow[] paid = [.. user.Where(row => row.Name == "pay" && row.Amount is not null).OrderBy(row => row.At)];
                ChurnAssessment assessed = gauge.Assess(
                    [.. user.Where(row => row.Name == "login").Select(row => row.At.UtcTicks).Order()],
                    [.. paid.Select(row => row.At.UtcTicks)],
                    [.. paid.Select(row => (long)(row.Amount!.Value * 10_000))]);
                ChurnRisk risk = users.Explain(user.Key);
                Assert.Equal((risk.State, risk.UnknownBecause, risk.Score, risk.GapRatio, risk.AmountTrend), (assessed.State, assessed.UnknownBecause, assessed.Score, assessed.GapRatio, assessed.AmountTrend));
                Assert.Equal((risk.Gap.Passes, risk.Amounts!.Passes), (assessed.GapPasses, assessed.AmountsPass));
            }
        }
    }

    [Fact]
    public void Backtest_RandomLogs_CountsWhatTheTwinCounts()
    {
        long gone = 0;
        for (int seed = 6000; seed < 6060; seed++)
        {
            ChurnRow[] rows = ChurnLogs.Random(seed, out ChurnWarningDefinition definition, out EvaluationContext context);
            definition = definition with { Activity = "login" };
            int? within = seed % 2 == 0 ? null : 40;
            ChurnBacktest told = new ChurnWarningModel(definition).Backtest(ChurnLogs.DataOf(rows), context, 21, within);
            EvaluationContext before = context with { AsOf = context.AsOf.AddDays(-21) };
            var counts = rows.GroupBy(row => row.User)
                .Where(user => user.Any(row => row.Name == "login" && row.At <= before.AsOf && (within is not { } days || row.At >= before.AsOf.AddDays(-days))))
                .CountBy(user => (ChurnTwin.Of(user, definition, before).State, user.Any(row => row.Name == "login" && row.At > before.AsOf && row.At <= context.AsOf)))
                .ToDictionary();
            Assert.Equal(
                [told.WarnedGone, told.WarnedStayed, told.NotWarnedGone, told.NotWarnedStayed, told.UnknownGone, told.UnknownStayed],
                from state in new[] { ChurnState.Warned, ChurnState.NotWarned, ChurnState.Unknown }
                from stayed in new[] { false, true }
                select (long)counts.GetValueOrDefault((state, stayed)));
            Assert.Equal(told, UserOpsJson.Deserialize<ChurnBacktest>(UserOpsJson.Serialize(told)));
            gone += told.WarnedGone;
        }

        Assert.True(gone > 20, $"{gone}");
    }

    private static void Same(double? expected, double? actual, string place)
        => Assert.True(expected is null == actual is null && Math.Abs((expected ?? 0) - (actual ?? 0)) <= 1e-12 * Math.Max(1, Math.Abs(expected ?? 0)), place);
}
