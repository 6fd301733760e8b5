using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class ChannelEconomicsModelTests
{
    private static ChannelEconomicsDefinition Definition(int seed) => new()
    {
        Acquisition = EventFilter.Named("register", "open"),
        Channel = RevenueWorld.Channel,
        Revenue = RevenueTwin.Definition(seed),
        From = new(2026, 3, 1),
        To = new(2026, 3, 1 + seed % 9),
        Window = seed % 3 == 0 ? null : TimeSpan.FromDays(seed % 5),
        AgeLength = HasAges(seed) ? TimeSpan.FromHours(6 + seed % 7) : null,
        Ages = HasAges(seed) ? seed % 3 == 0 ? 9 : 2 : 0,
        Spend = [new("c1", 100.1m), new("c2", 0), new("c9", 7)],
    };

    [Fact]
    public void Evaluate_RandomLogs_GivesWhatTheTwinGives()
    {
        long won = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            var world = new RevenueWorld(seed);
            ChannelEconomicsSummary summary = new ChannelEconomicsModel(Definition(seed)).Evaluate(world.Data(), world.Context).Summary;
            Compare(world, summary);
            won += summary.Total.NewUsers;
        }

        Assert.True(won > 300, $"{won} users won");
    }

    [Fact]
    public void Merge_Shards_EqualTheWholeAndAnyNumberOfThreads()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var world = new RevenueWorld(seed);
            var model = new ChannelEconomicsModel(Definition(seed));
            ChannelEconomicsSummary whole = model.Evaluate(world.Data(), world.Context, new() { MaxDegreeOfParallelism = 1 }).Summary;
            ChannelEconomicsSummary merged = Enumerable.Range(0, 3)
                .Select(shard => model.Evaluate(world.Shard(i => i % 3 == shard).Data(), world.Context, new() { MaxDegreeOfParallelism = 3 }).Summary)
                .Aggregate(ChannelEconomicsSummary.Merge);
            Assert.Equal(whole with { UnknownEvents = [] }, merged with { UnknownEvents = [] });
            Assert.Equal(UserOpsJson.Serialize(whole with { UnknownEvents = [] }), UserOpsJson.Serialize(merged with { UnknownEvents = [] }));
            Assert.Equal(whole, UserOpsJson.Deserialize<ChannelEconomicsSummary>(UserOpsJson.Serialize(whole)));
        }
    }

    [Fact]
    public void Users_OfAChannel_AreAsManyAsItsRowSays()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            var world = new RevenueWorld(seed);
            ChannelEconomicsResult result = new ChannelEconomicsModel(Definition(seed)).Evaluate(world.Data(), world.Context);
            Assert.All(result.Summary.Channels, row => Assert.Equal(row.NewUsers, result.Users.Won(row.Channel).Count));
            Assert.Equal(0, result.Users.Won("nowhere").Count);
        }
    }

    [Fact]
    public void Row_WithSpendAndMargin_GivesWhatTheFormulasGive()
    {
        var row = new ChannelEconomicsRow { Channel = "c1", Currency = "CNY", NewUsers = 4, OpenWindows = 0, Spend = 200, Revenue = 500, Cost = 100, Contribution = [] };
        Assert.Equal(50, row.Acquisition!.PerNewUser.Value);
        Assert.Equal(100, row.ValuePerNewUser!.Value.Value);
        Assert.Equal(125, row.RevenuePerNewUser.Value);
        Assert.Equal(2, row.ValueToCost!.Value.Value);
        Assert.Equal(1, row.Return!.Roi!.Value.Value);
        Assert.Equal(2.5m, row.Return.Roas!.Value.Value);
        Assert.Equal(UndefinedReason.ZeroBase, (row with { Spend = 0 }).ValueToCost!.Value.Undefined);
        Assert.Equal(UndefinedReason.EmptyPopulation, (row with { NewUsers = 0 }).Acquisition!.PerNewUser.Undefined);
        Assert.Equal(UndefinedReason.EmptyPopulation, (row with { NewUsers = 0, Revenue = 0, Cost = 0 }).ValueToCost!.Value.Undefined); // nobody is no value of 0
        Assert.Null((row with { Spend = null }).Return);
        Assert.Null((row with { Cost = null }).ValueToCost); // revenue is not taken for margin
        Assert.Null((row with { Cost = null }).Return!.Roi);
    }

    // A contribution is a margin, and its ages lie within the window.
    private static bool HasAges(int seed) => seed % 4 >= 2 && (seed % 3 == 0 || seed % 5 > 0);

    [Theory] // spend, contributions -> the age after which it is earned
    [InlineData(60, "0.1 59.8 0.1", 2, null)]
    [InlineData(60, "70 -20 1", 0, null)]
    [InlineData(0, "5 5 5", 0, null)]
    [InlineData(60, "50 ? ?", null, UndefinedReason.NotYetObservable)]
    [InlineData(60, "70 ? ?", 0, null)]
    [InlineData(60, "20 20 19.99", null, UndefinedReason.NoSolution)]
    public void PaybackAge_OfContributions_IsExact(int spend, string contributions, int? age, UndefinedReason? reason)
    {
        ChannelEconomicsRow row = Earning(spend, contributions);
        Assert.Equal((age, reason), (row.PaybackAge!.Value.Value, row.PaybackAge.Value.Undefined));
        Assert.Null((row with { Spend = null }).PaybackAge);
        Assert.Null((row with { Contribution = [] }).PaybackAge);
        Assert.Equal(UndefinedReason.EmptyPopulation, (row with { NewUsers = 0 }).PaybackAge!.Value.Undefined);
    }

    [Fact]
    public void CumulativePerNewUser_OfContributions_SumsTheAgesThatAreOver()
    {
        ChannelEconomicsRow row = Earning(60, "10 30 ?");
        Assert.Equal([2.5m, 10, null], Enumerable.Range(0, 3).Select(age => row.CumulativePerNewUser(age).Value));
        Assert.Equal(UndefinedReason.NotYetObservable, row.CumulativePerNewUser(2).Undefined);
        Assert.Throws<ArgumentOutOfRangeException>(() => row.CumulativePerNewUser(3));
        Assert.Equal(row, row with { Contribution = [10, 30, null] });
        Assert.NotEqual(row, row with { Contribution = [10, 31, null] });
    }

    private static ChannelEconomicsRow Earning(decimal spend, string contributions) => new()
    {
        Channel = "c1",
        Currency = "CNY",
        NewUsers = 4,
        OpenWindows = 0,
        Spend = spend,
        Revenue = 500,
        Cost = 100,
        Contribution = [.. contributions.Split(' ').Select(text => text == "?" ? (decimal?)null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture))],
    };

    private static void Compare(RevenueWorld world, ChannelEconomicsSummary summary)
    {
        ChannelEconomicsDefinition definition = summary.Definition;
        var twin = new RevenueTwin(definition.Revenue);
        var won = world.Users
            .Select(user => (User: user, At: world.SeenOf(user).FirstOrDefault(row => definition.Acquisition.Names.Contains(row.Name))?.At))
            .Where(user => user.At is { } at && Day(at) >= definition.From && Day(at) <= definition.To)
            .ToArray();
        string?[] channels = [.. won.Select(user => user.User.Channel).Concat(definition.Spend.Select(spend => spend.Channel)).Distinct().OrderBy(channel => channel ?? "~", StringComparer.Ordinal)];
        Assert.Equal(channels, summary.Channels.Select(row => row.Channel));
        int inside = 0;
        foreach (ChannelEconomicsRow row in summary.Channels)
        {
            var users = won.Where(user => user.User.Channel == row.Channel).ToArray();
            RevenueRow[] rows = [.. users.SelectMany(user => world.SeenOf(user.User).Where(e => e.At >= user.At && (definition.Window is not { } window || e.At <= user.At + window)))];
            Assert.Equal(users.Length, row.NewUsers);
            Assert.Equal(twin.Revenue(rows), row.Revenue);
            Assert.Equal(twin.Cost(rows), row.Cost);
            Assert.Equal(definition.Spend.FirstOrDefault(spend => spend.Channel == row.Channel)?.Amount, row.Spend);
            Assert.Equal(users.Count(user => user.At + definition.Window > world.AsOf), row.OpenWindows);
            inside += rows.Count(twin.Counts);
            Assert.Equal(
                Enumerable.Range(0, definition.Ages).Select(age => users.All(user => user.At!.Value + (age + 1) * definition.AgeLength!.Value <= world.AsOf.AddTicks(1))
                    ? twin.Margin(users.SelectMany(user => world.SeenOf(user.User).Where(e => e.At >= user.At && (int)Math.Floor((e.At - user.At!.Value) / definition.AgeLength!.Value) == age)))
                    : (decimal?)null),
                row.Contribution);
        }

        RevenueRow[] seen = [.. world.Users.SelectMany(world.SeenOf)];
        Assert.Equal(inside, summary.RevenueEvents);
        Assert.Equal(seen.Count(twin.Counts) - inside, summary.EventsOutside);
        Assert.Equal(seen.Count(twin.IsMissing), summary.EventsWithoutAmount);
        Assert.Equal(won.Length, summary.Total.NewUsers);
        Assert.Equal(107.1m, summary.Total.Spend);
        Assert.Equal(channels.Where(channel => won.All(user => user.User.Channel != channel)), summary.SpendWithoutUsers);
        Assert.Equal(channels.Where(channel => channel is null or "c3"), summary.UsersWithoutSpend);
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(8)).DateTime);
}
