using UserOps.Models.Value;

namespace UserOps.Models.Benchmarks.Value;

/// <summary>Users of a card app over twelve weeks, 25 events each: some register, some pay.</summary>
internal static class LifetimeValueWorld
{
    private const int EventsPerUser = 25;
    private const int Weeks = 12;
    private static readonly string[] Names = ["login", "view", "search", "pay", "register", "transfer", "like", "share"];
    private static readonly CategoryField Channel = Field.Category("channel");
    private static readonly RevenueDefinition Revenue = new() { Events = "pay", Amount = Amount, GrossMargin = 0.4m };

    internal static AmountField Amount => Field.Amount("amount", "CNY");

    internal static DateOnly FirstMonday { get; } = new(2026, 1, 5);

    internal static EvaluationContext AtTheEnd { get; } = EvaluationContext.AtEndOf(FirstMonday.AddDays(7 * Weeks - 1), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    internal static CohortLifetimeValueDefinition Cohorts { get; } = new()
    {
        Acquisition = "register",
        Revenue = Revenue,
        Unit = CalendarUnit.Week,
        FirstCohort = FirstMonday,
        Cohorts = Weeks,
        Periods = Weeks,
        Breakdown = Channel,
    };

    internal static RevenuePerUserDefinition PerUser { get; } = new()
    {
        Active = "login",
        Revenue = Revenue,
        Unit = CalendarUnit.Week,
        FirstPeriod = FirstMonday,
        Periods = Weeks,
        Breakdown = Channel,
    };

    internal static ChannelEconomicsDefinition Channels { get; } = new()
    {
        Acquisition = "register",
        Channel = Channel,
        Revenue = Revenue,
        From = FirstMonday,
        To = FirstMonday.AddDays(27),
        Window = TimeSpan.FromDays(30),
        Spend = [new("channel_0", 100_000), new("channel_1", 50_000)],
    };

    internal static UserOpsDataset Build()
    {
        var random = new Xoshiro256(20261122);
        int events = BenchmarkSize.Rows;
        int users = Math.Max(1, events / EventsPerUser);
        long start = new DateTimeOffset(FirstMonday, default, TimeSpan.FromHours(8)).UtcTicks;
        var ids = new long[events];
        var ticks = new long[events];
        var names = new ushort[events];
        var amounts = new long[events];
        for (int i = 0; i < events; i++)
        {
            ids[i] = random.NextInt32(users);
            ticks[i] = start + (long)((double)i / events * 7 * Weeks * TimeSpan.TicksPerDay);
            names[i] = (ushort)random.NextInt32(Names.Length);
            amounts[i] = random.NextInt32(5_000_000);
        }

        return new UserOpsDatasetBuilder()
            .AddUsers(Enumerable.Range(0, users), map => map.User(i => (long)i).With(Channel, i => $"channel_{i % 6}"))
            .AddEvents(new EventColumns(ids, ticks).Names(names, Names).With(Amount, amounts))
            .Build();
    }
}
