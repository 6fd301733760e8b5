using UserOps.Models.GrowthModels;

namespace UserOps.Models.Tests.GrowthModels;

/// <summary>The span door: what it refuses, and that it allocates nothing.</summary>
public class GrowthCohortTests
{
    private static readonly AarrrModel Model = new(new()
    {
        Stages = new()
        {
            Acquisition = "register",
            Activation = EventFilter.Named("bind", "pay"),
            Retention = EventFilter.Any,
            Revenue = "pay",
            Referral = EventFilter.Named("invite").And(Field.Category("channel").Is("app")),
        },
        CohortFrom = new(2026, 3, 1),
        CohortTo = new(2026, 3, 8),
        RetentionFromDay = 1,
        RetentionToDay = 7,
    });

    private static readonly GrowthCohort Cohort = Model.CohortIn(EvaluationContext.AtEndOf(new(2026, 4, 30), TimeZoneInfo.Utc));

    [Theory]
    [InlineData("register", GrowthStages.Acquisition | GrowthStages.Retention)]
    [InlineData("bind", GrowthStages.Activation | GrowthStages.Retention)]
    [InlineData("pay", GrowthStages.Activation | GrowthStages.Revenue | GrowthStages.Retention)]
    [InlineData("view", GrowthStages.Retention)]
    [InlineData("invite", GrowthStages.Referral | GrowthStages.Retention)] // the test over its channel is the caller's to make
    public void StagesServedBy_Name_GivesItsStages(string name, GrowthStages expected) => Assert.Equal(expected, Cohort.StagesServedBy(name));

    [Fact]
    public void StagesServedBy_NoName_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Cohort.StagesServedBy(""));
        Assert.Throws<ArgumentNullException>(() => Cohort.StagesServedBy(null!));
    }

    [Fact]
    public void StagesReached_BadArguments_AreRefused()
    {
        Assert.StartsWith("There are 1 instants but 2 sets of stages.", Refusal([1], [GrowthStages.None, GrowthStages.None]), StringComparison.Ordinal);
        Assert.StartsWith("Event 0 serves 32, which is no set of stages.", Refusal([1], [(GrowthStages)32]), StringComparison.Ordinal);
    }

    [Fact]
    public void StagesReached_NotSorted_NamesTheEvent()
    {
        GrowthStages[] served = new GrowthStages[3];
        var refusal = Assert.Throws<EventsNotSortedException>(() => Cohort.StagesReached([1, 3, 2], served));
        Assert.Equal((2, "utcTicks"), (refusal.Index, refusal.ParamName));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 3155378976000000000)] // the first tick of year 10000
    public void StagesReached_InstantThatNoDateHolds_IsRefused(long first, long last)
        => Assert.Equal("utcTicks", Assert.Throws<ArgumentOutOfRangeException>(() => Cohort.StagesReached([first, last], new GrowthStages[2])).ParamName);

    [Fact]
    public void StagesReached_NoEvents_IsNone() => Assert.Equal(GrowthStages.None, Cohort.StagesReached([], []));

    [Fact]
    public void StagesReached_AnyUser_AllocatesNothing()
    {
        long start = new DateTime(2026, 3, 2).Ticks;
        long[] ticks = [.. Enumerable.Range(0, 1000).Select(i => start + (i * TimeSpan.TicksPerHour))];
        GrowthStages[] served = [.. Enumerable.Range(0, 1000).Select(i => (GrowthStages)(i % 32))];
        GrowthStages reached = Cohort.StagesReached(ticks, served); // compiled before the count starts
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            reached &= Cohort.StagesReached(ticks, served);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(GrowthStages.All, reached);
    }

    private static string Refusal(long[] ticks, GrowthStages[] served)
        => Assert.Throws<ArgumentException>(() => Cohort.StagesReached(ticks, served)).Message;
}
