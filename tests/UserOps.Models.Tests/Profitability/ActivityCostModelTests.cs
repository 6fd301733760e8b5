using UserOps.Models.Profitability;

namespace UserOps.Models.Tests.Profitability;

public class ActivityCostModelTests
{
    private static readonly ActivityCostModel Branch = new(new() { Currency = "CNY", Pools = [new() { Id = "branch", Cost = 100, Driver = "visits" }] });

    [Fact]
    public void Allocate_SharesThatDoNotEnd_LoseNoDigit()
    {
        ActivityCostResult answer = Branch.Allocate([Use("cid", 1), Use("ann", 1), Use("bob", 1)]);
        Assert.Equal([33.3333333333m, 33.3333333334m, 33.3333333333m], answer.Users.Select(user => user.Cost));
        Assert.Equal(["ann", "bob", "cid"], answer.Users.Select(user => user.User.ToString()));
        Assert.Equal((100m, 0m), (answer.Allocated, answer.Unallocated));
        Assert.Equal(100m / 3, answer.Pools[0].Rate.Value);
        Assert.Equal(answer, UserOpsJson.Deserialize<ActivityCostResult>(UserOpsJson.Serialize(answer)));
    }

    [Theory] // random pools: what users bear and what nobody bears is the cost, whatever the order of the rows
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Allocate_RandomUsage_ConservesTheCost(long seed)
    {
        var random = new Xoshiro256(seed);
        DriverUsage[] rows = [.. Enumerable.Range(0, 200).Select(_ => Use($"u{random.NextInt32(40)}", random.NextInt32(1000) / 7m))];
        var model = new ActivityCostModel(new()
        {
            Currency = "CNY",
            Pools =
            [
                new() { Id = "branch", Cost = 12_345.67m, Driver = "visits" },
                new() { Id = "idle", Cost = 1_000, Driver = "visits", PracticalCapacity = 1_000_000 },
                new() { Id = "full", Cost = 1_000, Driver = "visits", PracticalCapacity = 7 },
                new() { Id = "unused", Cost = 5, Driver = "letters" },
            ],
        });
        ActivityCostResult answer = model.Allocate(rows);
        Assert.Equal(answer.Cost, answer.Users.Sum(user => user.Cost) + answer.Unallocated);
        Assert.Equal([0m, 5m], new[] { answer.Pools[0].Unallocated, answer.Pools[3].Unallocated });
        Assert.True(answer.Pools[1].Unallocated > 0 && answer.Pools[2].Unallocated < 0);
        Assert.Equal(UndefinedReason.ZeroBase, answer.Pools[3].Rate.Undefined);
        Assert.Equal(UserOpsJson.Serialize(answer), UserOpsJson.Serialize(model.Allocate(rows.Reverse())));
        decimal visits = rows.Where(row => row.User == "u1").Sum(row => row.Quantity);
        Assert.Equal(visits * (answer.Pools[0].Rate.Value!.Value + 0.001m + 1_000m / 7), answer.CostOf("u1")!.Value, 5); // rate by rate
    }

    [Fact]
    public void Allocate_DriverOfNoPool_IsNamedAndFree()
    {
        ActivityCostResult answer = Branch.Allocate([Use("ann", 2), new() { User = "bob", Driver = "visit", Quantity = 3 }]);
        Assert.Equal("visit", Assert.Single(answer.UnknownDrivers));
        Assert.Equal((100m, 0m, null), (answer.CostOf("ann"), answer.CostOf("bob"), answer.CostOf("cid")));
    }

    [Fact]
    public void Allocate_NoCapacityAtAll_HasNoRate()
    {
        ActivityCostResult answer = new ActivityCostModel(new() { Currency = "CNY", Pools = [new() { Id = "branch", Cost = 100, Driver = "visits", PracticalCapacity = 0 }] }).Allocate([Use("ann", 2)]);
        Assert.Equal((UndefinedReason.ZeroBase, 100m, 0m), (answer.Pools[0].Rate.Undefined, answer.Unallocated, answer.CostOf("ann")));
    }

    [Fact]
    public void Allocate_RowsThatCannotBe_AreRefusedByPosition()
    {
        Assert.StartsWith("Row 1: a quantity is zero or more.", Assert.Throws<ArgumentOutOfRangeException>(() => Branch.Allocate([Use("ann", 0), Use("bob", -1)])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Row 0 has no user or no driver.", Assert.Throws<ArgumentException>(() => Branch.Allocate([new() { User = "ann", Driver = " ", Quantity = 1 }])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_PoolsThatCannotBe_AreAllNamed() => Assert.Equal(
        [
            "badCurrency /currency 'yuan' is no ISO 4217 code: three capital letters.",
            "outOfRange /pools/0/cost A cost is zero or more, not -5.",
            "emptyName /pools/0/driver A name is missing here.",
            "duplicateId /pools/1/id There is another pool 'branch'.",
            "tooManyDigits /pools/1/cost A cost has up to 10 digits after the point, so that what users bear adds up to it; not 0.00000000001.",
            "outOfRange /pools/1/practicalCapacity A capacity is zero or more, not -1.",
        ],
        CustomerProfitModelTests.Issues(() => _ = new ActivityCostModel(new()
        {
            Currency = "yuan",
            Pools = [new() { Id = "branch", Cost = -5, Driver = "" }, new() { Id = "branch", Cost = 0.000_000_000_01m, Driver = "visits", PracticalCapacity = -1 }],
        })));

    private static DriverUsage Use(string user, decimal quantity) => new() { User = user, Driver = "visits", Quantity = quantity };
}
