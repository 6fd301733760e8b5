using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class RevenuePerUserModelTests
{
    private const int Worlds = 300;

    private static RevenuePerUserDefinition Definition(int seed) => new()
    {
        Active = (seed % 3) switch { 0 => "open", 1 => EventFilter.Any, _ => EventFilter.Named("open", "tip") },
        Revenue = RevenueTwin.Definition(seed),
        Unit = seed % 5 == 0 ? CalendarUnit.Week : CalendarUnit.Day,
        FirstPeriod = new DateOnly(2026, 3, 1),
        Periods = 1 + seed % 9,
        Breakdown = seed % 2 == 0 ? RevenueWorld.Channel : null,
    };

    [Fact]
    public void Evaluate_RandomLogs_GivesWhatTheTwinGives()
    {
        long paying = 0;
        for (int seed = 0; seed < Worlds; seed++)
        {
            var world = new RevenueWorld(seed);
            RevenuePerUserSummary summary = new RevenuePerUserModel(Definition(seed)).Evaluate(world.Data(), world.Context).Summary;
            Compare(world, summary, world.Users, summary.Periods);
            foreach (RevenuePerUserRow row in summary.Breakdown)
            {
                Compare(world, summary, [.. world.Users.Where(user => user.Channel == row.Value)], row.Periods);
            }

            paying += summary.Periods.Sum(period => period.Users.PayingUsers);
        }

        Assert.True(paying > 1_000, $"{paying} paying users: else the comparison compares zeros");
    }

    [Fact]
    public void Merge_Shards_EqualTheWholeAndAnyNumberOfThreads()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var world = new RevenueWorld(seed);
            var model = new RevenuePerUserModel(Definition(seed));
            RevenuePerUserSummary whole = model.Evaluate(world.Data(), world.Context, new() { MaxDegreeOfParallelism = 1 }).Summary;
            RevenuePerUserSummary merged = Enumerable.Range(0, 3)
                .Select(shard => model.Evaluate(world.Shard(i => i % 3 == shard).Data(), world.Context, new() { MaxDegreeOfParallelism = 3 }).Summary)
                .Aggregate(RevenuePerUserSummary.Merge);
            Assert.Equal(whole with { UnknownEvents = [] }, merged with { UnknownEvents = [] });
            Assert.Equal(UserOpsJson.Serialize(whole with { UnknownEvents = [] }), UserOpsJson.Serialize(merged with { UnknownEvents = [] }));
            Assert.Equal(whole, UserOpsJson.Deserialize<RevenuePerUserSummary>(UserOpsJson.Serialize(whole)));
        }
    }

    [Fact]
    public void Users_OfAPeriod_AreAsManyAsTheSummaryCounts()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            var world = new RevenueWorld(seed);
            RevenuePerUserResult result = new RevenuePerUserModel(Definition(seed)).Evaluate(world.Data(), world.Context);
            for (int period = 0; period < result.Summary.Periods.Length; period++)
            {
                Assert.Equal(result.Summary.Periods[period].Users.ActiveUsers, result.Users.Active(period).Count);
                Assert.Equal(result.Summary.Periods[period].Users.PayingUsers, result.Users.Paying(period).Count);
                Assert.True(result.Users.Paying(period).IsSubsetOf(result.Users.Active(period)));
            }

            Assert.Throws<ArgumentOutOfRangeException>(() => result.Users.Active(result.Summary.Periods.Length));
        }
    }

    [Fact]
    public void Evaluate_WithoutEvents_IsZeroWithReasons()
    {
        UserOpsDataset nobody = new RevenueWorld(1).Shard(_ => false).Data();
        RevenuePerUserPeriod period = new RevenuePerUserModel(Definition(3)).Evaluate(nobody, new RevenueWorld(1).Context).Summary.Periods[0];
        Assert.Equal(UndefinedReason.EmptyPopulation, period.Users.Arpu.Undefined);
        Assert.Equal(0, period.Users.Revenue);
    }

    [Theory] // numbers of two months are of two periods, so their users are never added up
    [InlineData(CalendarUnit.Hour, "hour 2026-03-01T00:00+08:00", "hour 2026-03-01T01:00+08:00")]
    [InlineData(CalendarUnit.Day, "day 2026-03-01", "day 2026-03-02")]
    [InlineData(CalendarUnit.Week, "week 2026-02-23", "week 2026-03-02")]
    [InlineData(CalendarUnit.Month, "month 2026-03", "month 2026-04")]
    public void Evaluate_AnyUnit_NamesEachPeriod(CalendarUnit unit, string first, string second)
    {
        var world = new RevenueWorld(1);
        RevenuePerUserSummary summary = new RevenuePerUserModel(new()
        {
            Active = EventFilter.Any,
            Revenue = RevenueTwin.Definition(0),
            Unit = unit,
            FirstPeriod = new DateOnly(2026, 3, 1),
            Periods = 2,
        }).Evaluate(world.Data(), world.Context).Summary;
        Assert.Equal([first, second], summary.Periods.Select(period => period.Users.Period));
        Assert.Throws<ArgumentException>(() => RevenuePerUser.Merge(summary.Periods[0].Users, summary.Periods[1].Users));
    }

    private static void Compare(RevenueWorld world, RevenuePerUserSummary summary, IReadOnlyList<RevenueUser> users, IReadOnlyList<RevenuePerUserPeriod> periods)
    {
        var twin = new RevenueTwin(summary.Definition.Revenue);
        for (int i = 0; i < periods.Count; i++)
        {
            int days = summary.Definition.Unit == CalendarUnit.Week ? 7 : 1;
            DateOnly first = (days == 7 ? new DateOnly(2026, 2, 23) : new DateOnly(2026, 3, 1)).AddDays(days * i);
            RevenueRow[][] byUser = [.. users.Select(user => world.SeenOf(user).Where(row => Day(row) >= first && Day(row) < first.AddDays(days)).ToArray())];
            RevenueRow[] rows = [.. byUser.SelectMany(own => own)];
            bool IsActive(RevenueRow row) => summary.Definition.Active.Names.IsEmpty || summary.Definition.Active.Names.Contains(row.Name);

            Assert.Equal(first, periods[i].FirstDay);
            Assert.Equal(twin.Revenue(rows), periods[i].Users.Revenue);
            Assert.Equal(twin.Cost(rows), periods[i].Users.Cost);
            Assert.Equal(byUser.Count(own => own.Any(twin.Pays)), periods[i].Users.PayingUsers);
            Assert.Equal(byUser.Count(own => own.Any(row => IsActive(row) || twin.Pays(row))), periods[i].Users.ActiveUsers);
            Assert.Equal(byUser.Count(own => own.Any(twin.Pays) && !own.Any(IsActive)), periods[i].ActiveByPaying);
            Assert.Equal(rows.Count(twin.Counts), periods[i].RevenueEvents);
            Assert.Equal(rows.Count(twin.IsMissing), periods[i].EventsWithoutAmount);
            Assert.Equal(new DateTimeOffset(first.AddDays(days), default, TimeSpan.FromHours(8)).AddTicks(-1) <= world.AsOf, periods[i].IsComplete);
        }
    }

    private static DateOnly Day(RevenueRow row) => DateOnly.FromDateTime(row.At.ToOffset(TimeSpan.FromHours(8)).DateTime);
}
