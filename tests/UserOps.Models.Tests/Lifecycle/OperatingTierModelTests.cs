using UserOps.Models.Lifecycle;

namespace UserOps.Models.Tests.Lifecycle;

/// <summary>The six tiers: their order, their limits, and both doors alike.</summary>
public class OperatingTierModelTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DateField Registered = Field.Date("registered_on");

    private static readonly OperatingTierSources Sources = new()
    {
        RegisteredOn = "registered_on",
        Interaction = "login",
        CoreUse = "pay",
        Converted = Rule.Event("convert").AtLeast(1),
        ValueProfile = Field.Flag("fits").Is(true),
    };

    [Theory] // registered, last interaction (days ago), active days, core uses, converted, fits | tier
    [InlineData(7, 0, 0, 0, true, true, OperatingTier.New)]
    [InlineData(8, 0, 0, 0, true, true, OperatingTier.Converted)]
    [InlineData(8, 0, 60, 99, false, true, OperatingTier.Valuable)]
    [InlineData(8, 0, 0, 10, false, false, OperatingTier.Active)]
    [InlineData(8, 0, 30, 9, false, false, OperatingTier.Active)]
    [InlineData(8, 0, 29, 9, false, false, OperatingTier.Ordinary)]
    [InlineData(200, 90, 0, 0, false, false, OperatingTier.Ordinary)]
    [InlineData(200, 91, 0, 0, true, true, OperatingTier.Dormant)]
    [InlineData(3, null, 0, 0, false, false, OperatingTier.New)] // three days are not three months
    [InlineData(91, null, 0, 0, false, false, OperatingTier.Dormant)]
    [InlineData(null, 1, 0, 0, false, false, OperatingTier.Ordinary)]
    [InlineData(null, null, 0, 0, true, true, OperatingTier.Dormant)]
    public void TierOf_Facts_DecideInOrder(int? registered, int? last, int activeDays, int coreUses, bool converted, bool fits, OperatingTier expected)
    {
        var facts = new OperatingTierFacts(activeDays, coreUses, registered, last, converted, fits);
        var tiers = new OperatingTier[1];
        new OperatingTierModel().Place([facts], tiers);
        Assert.Equal((expected, expected), (new OperatingTierModel().TierOf(facts), tiers[0]));
        Assert.Equal(facts, UserOpsJson.Deserialize<OperatingTierFacts>(UserOpsJson.Serialize(facts)));
    }

    [Fact]
    public void Evaluate_RandomUsers_DividesAsTheRecordDoor()
    {
        var random = new Xoshiro256(21);
        DateOnly today = new(2026, 4, 10); // the clock went forward twelve days ago
        var users = Enumerable.Range(0, 600).Select(id => new Person(
            $"u{id}",
            random.NextInt32(8) == 0 ? null : random.NextInt32(random.NextInt32(2) == 0 ? 12 : 120),
            [.. Enumerable.Range(0, random.NextInt32(3) * random.NextInt32(30)).Select(_ => random.NextInt32(random.NextInt32(2) == 0 ? 100 : 70) + random.NextInt32(3))],
            [.. Enumerable.Range(0, random.NextInt32(2) * random.NextInt32(14)).Select(_ => random.NextInt32(35))],
            random.NextInt32(5) == 0,
            random.NextInt32(5) == 0)).ToList();
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddUsers(users, map => map.User(user => user.Id).With(Registered, user => user.RegisteredDaysAgo is { } ago ? today.AddDays(-ago) : null).With(Field.Flag("fits"), user => user.Fits))
            .AddEvents(users.SelectMany(Events), map => map.User(row => row.Id).Name(row => row.Name).At(row => row.At))
            .Build();
        var model = new OperatingTierModel(new() { ActiveDays = 12, ActiveCoreUses = 5, Sources = Sources });
        LifecycleResult result = model.Evaluate(data, EvaluationContext.AtEndOf(today, Zone) with { AsOf = At(today, random, 23) });

        // Who never logged in and has no known day of registration is not there to be divided.
        Person[] there = [.. users.Where(user => user.RegisteredDaysAgo is not null || user.Logins.Length > 0)];
        Assert.All(there, user => Assert.Equal(OperatingTierModel.IdOf(model.TierOf(FactsOf(user))), result.Users.StateOf(user.Id).Stage));
        Assert.All(Enum.GetValues<OperatingTier>(), tier => Assert.True(result.Users.In(OperatingTierModel.IdOf(tier)).Count > 10, $"{tier}"));
        Assert.Equal(users.Count - there.Length, result.Users.Absent.Count);

        IEnumerable<(string Id, string Name, DateTimeOffset At)> Events(Person user) =>
        [
            .. user.Logins.Select(ago => (user.Id, "login", At(today.AddDays(-ago), random, 22))),
            .. user.Payments.Select(ago => (user.Id, "pay", At(today.AddDays(-ago), random, 22))),
            .. user.HasConverted ? [(user.Id, "convert", At(today.AddDays(-400), random, 22))] : Array.Empty<(string, string, DateTimeOffset)>(),
        ];
    }

    [Fact]
    public void Constructor_FaultyLimits_ListsEveryFault()
    {
        var refused = Assert.Throws<InvalidDefinitionException>(() => new OperatingTierModel(new()
        {
            NewDays = -1,
            DormantDays = -1,
            ActiveCoreUses = -1,
            ActiveDays = 61,
            Sources = Sources with { RegisteredOn = "", Interaction = " ", CoreUse = null!, Converted = null!, ValueProfile = Rule.InSegment("x") },
        }));
        Assert.Equal(
            [
                "outOfRange /newDays", "outOfRange /dormantDays", "outOfRange /activeCoreUses", "outOfRange /activeDays", "unknownField /sources/registeredOn",
                "unknownEvent /sources/interaction", "unknownEvent /sources/coreUse", "missingMember /sources/converted", "unknownSegment /sources/valueProfile/segment",
            ],
            refused.Issues.Select(issue => $"{issue.Code} {issue.Path}"));
        Assert.Equal("The limit is 61; it is 0 to 60.", refused.Issues[3].Message);
    }

    [Fact]
    public void Doors_WhatCannotBe_IsRefused()
    {
        Assert.Throws<InvalidOperationException>(() => new OperatingTierModel().Lifecycle);
        Assert.Throws<ArgumentException>(() => new OperatingTierModel().Place([], new OperatingTier[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OperatingTierFacts(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OperatingTierFacts(0, 0, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => OperatingTierModel.IdOf((OperatingTier)9));
    }

    [Fact]
    public void Place_ManyUsers_AllocatesNothing()
    {
        var model = new OperatingTierModel();
        var facts = new OperatingTierFacts[1_000];
        var tiers = new OperatingTier[1_000];
        model.Place(facts, tiers);
        long before = GC.GetAllocatedBytesForCurrentThread();
        model.Place(facts, tiers);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static OperatingTierFacts FactsOf(Person user) => new(
        user.Logins.Where(ago => ago < 60).Distinct().Count(),
        user.Payments.Count(ago => ago < 30),
        user.RegisteredDaysAgo,
        user.Logins.Length == 0 ? null : user.Logins.Min(),
        user.HasConverted,
        user.Fits);

    // The clock shows every such time in Berlin on every day but 02:00 to 03:00 on 29 March, which is moved forward.
    private static DateTimeOffset At(DateOnly day, Xoshiro256 random, int hour)
    {
        DateTime local = day.ToDateTime(new(hour == 23 ? 23 : random.NextInt32(hour), 30));
        local = Zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new(local, Zone.GetUtcOffset(local));
    }

    private sealed record Person(string Id, int? RegisteredDaysAgo, int[] Logins, int[] Payments, bool HasConverted, bool Fits);
}
