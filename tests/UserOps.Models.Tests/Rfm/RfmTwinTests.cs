using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

/// <summary>The model against its second, naive reading, over random logs in zones that change their clocks.</summary>
public class RfmTwinTests
{
    private const int Logs = 400;

    [Fact]
    public void Evaluate_RandomLogs_GivesWhatTheTwinGives()
    {
        (int members, int grouped, int negative) = (0, 0, 0);
        for (int seed = 0; seed < Logs; seed++)
        {
            PurchaseRow[] rows = PurchaseLogs.Random(seed, out RfmDefinition definition, out EvaluationContext context, out Dictionary<string, decimal?> assets);
            UserOpsDataset data = PurchaseLogs.DataOf(rows, assets);
            RfmResult result = new RfmModel(definition).Evaluate(data, context, new() { MaxDegreeOfParallelism = 1 + (seed % 8) });
            var twin = new TwinRfm(rows, definition, context, assets);
            RfmUser[] users = [.. result.Users.All().OrderBy(user => user.Id)];
            Assert.Equal(twin.Users.Select(user => Describe(user, definition)), users.Select(user => Describe(user, definition)));
            Assert.Equal(twin.RefundsOnly, result.Summary.Report.UsersWithRefundsOnly);
            Assert.Equal(rows.LongCount(row => row.At > context.AsOf), result.Summary.Report.EventsAfterAsOf);
            members += users.Length;
            grouped += users.Count(user => user.Group is not null);
            negative += users.Count(user => user.Monetary < 0);
        }

        Assert.True(members > 2_000 && grouped > 1_500 && grouped < members && negative > 100, $"{members} members, {grouped} in a group, {negative} negative");
    }

    [Fact]
    public void Summary_RandomLogs_CountsTheSetsAndSurvivesJson()
    {
        for (int seed = 1_000; seed < 1_060; seed++)
        {
            PurchaseRow[] rows = PurchaseLogs.Random(seed, out RfmDefinition definition, out EvaluationContext context, out Dictionary<string, decimal?> assets);
            RfmResult result = new RfmModel(definition).Evaluate(PurchaseLogs.DataOf(rows, assets), context);
            RfmSummary summary = result.Summary;
            RfmUser[] users = [.. result.Users.All()];
            Assert.Equal((users.Length, result.Users.Members.Count, result.Users.Outside.Count), ((int)summary.Members.Users, users.Length, (int)summary.Outside));
            Assert.All(summary.Groups, group => Same(group.Totals, users.Where(user => user.Group == group.Group), result.Users.In(group.Group), definition));
            Assert.All(summary.Labels, label => Same(label.Totals, users.Where(user => user.Label == label.Label), result.Users.In(label.Label), definition));
            Same(summary.Ungrouped, users.Where(user => user.Group is null), result.Users.Ungrouped, definition);
            Assert.All(summary.Segments.Where(row => row.Segment is not null), row
                => Same(row.Totals, users.Where(user => user.Segment == row.Segment), result.Users.In(row.Segment!), definition));
            Assert.Equal(summary, UserOpsJson.Deserialize<RfmSummary>(UserOpsJson.Serialize(summary)));
        }
    }

    [Fact]
    public void Cuts_OfAnAnswer_GiveTheSameScoresAndGroups()
    {
        int shared = 0;
        for (int seed = 2_000; seed < 2_100; seed++)
        {
            PurchaseRow[] rows = PurchaseLogs.Random(seed, out RfmDefinition definition, out EvaluationContext context, out Dictionary<string, decimal?> assets);
            UserOpsDataset data = PurchaseLogs.DataOf(rows, assets);
            definition = definition with { Split = definition.Split with { Method = (RfmSplitMethod)(seed % 2) } };
            RfmResult whole = new RfmModel(definition).Evaluate(data, context);
            if (whole.Cuts is { } cuts)
            {
                RfmResult again = new RfmModel(definition.With(cuts)).Evaluate(data, context);
                Assert.Equal(whole.Users.All(), again.Users.All());
                Assert.Equal(cuts, again.Cuts);
                shared++;
            }
            else
            {
                Assert.Equal(0, whole.Users.All().Count(user => user.Monetary is not null));
            }
        }

        Assert.True(shared > 70, $"only {shared} answers had cuts");
    }

    [Fact]
    public void Merge_ShardsWithTheCutsOfTheWhole_IsTheWhole()
    {
        for (int seed = 3_000; seed < 3_060; seed++)
        {
            PurchaseRow[] rows = PurchaseLogs.Random(seed, out RfmDefinition definition, out EvaluationContext context, out Dictionary<string, decimal?> assets);
            if (new RfmModel(definition).Evaluate(PurchaseLogs.DataOf(rows, assets), context).Cuts is not { } cuts)
            {
                continue;
            }

            var model = new RfmModel(definition.With(cuts));
            RfmSummary[] shards = [.. Enumerable.Range(0, 3).Select(shard => model.Evaluate(
                PurchaseLogs.DataOf(rows.Where(row => ShardOf(row.User) == shard), assets.Where(user => ShardOf(user.Key) == shard).ToDictionary()), context).Summary)];
            RfmSummary whole = model.Evaluate(PurchaseLogs.DataOf(rows, assets), context).Summary;
            Assert.Equal(whole, RfmSummary.Merge(RfmSummary.Merge(shards[0], shards[1]), shards[2]));
            Assert.Equal(UserOpsJson.Serialize(whole), UserOpsJson.Serialize(RfmSummary.Merge(shards[2], RfmSummary.Merge(shards[1], shards[0]))));
        }
    }

    private static int ShardOf(string user) => user[^1] % 3;

    private static string Describe(TwinUser user, RfmDefinition definition)
        => FormattableString.Invariant($"{user.Id} R {user.Recency} F {user.Purchases} L {(definition.LengthScoring is null ? null : user.Length)} money {user.Money:0.####} M {user.Monetary:0.####} scores {user.RecencyScore} {user.FrequencyScore} {user.MonetaryScore} {user.Group}");

    private static string Describe(RfmUser user, RfmDefinition definition)
        => FormattableString.Invariant($"{user.Id} R {user.Recency} F {user.Frequency} L {user.Length} money {user.Revenue:0.####} M {user.Monetary:0.####} scores {user.RecencyScore} {user.FrequencyScore} {user.MonetaryScore} {user.Group}");

    private static void Same(RfmTotals totals, IEnumerable<RfmUser> users, UserSet set, RfmDefinition definition)
    {
        RfmUser[] members = [.. users];
        Assert.Equal((members.Length, members.Length), ((int)totals.Users, set.Count));
        Assert.All(members, user => Assert.True(set.Contains(user.Id)));
        Assert.Equal(members.Sum(user => (long)user.Recency), totals.Recency);
        Assert.Equal(members.Sum(user => (long)user.Frequency), totals.Frequency);
        Assert.Equal(members.LongCount(user => user.Revenue is not null), totals.WithRevenue);
        Assert.Equal(members.Length > 0 && totals.WithRevenue == 0 ? null : members.Sum(user => user.Revenue ?? 0), totals.Revenue);
        Assert.Equal(members.Sum(user => user.Monetary ?? 0), totals.Monetary);
        Assert.Equal(definition.LengthScoring is null ? null : members.Sum(user => (long)user.Length!), totals.Length);
    }
}
