namespace UserOps.Models.Benchmarks.Lifecycle;

/// <summary>Users of a card app over ninety days: most log in and pay again and again, some stop, some never begin.</summary>
internal static class LifecycleWorld
{
    private const int EventsPerUser = 50;
    private const int Days = 90;
    private static readonly string[] Names = ["login", "view", "search", "pay", "bind_card", "transfer", "like", "share"];
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

    internal static DateField Registered { get; } = Field.Date("registered_on");

    internal static DateOnly FirstDay { get; } = new(2026, 1, 1);

    internal static EvaluationContext AtTheEnd { get; } = EvaluationContext.AtEndOf(FirstDay.AddDays(Days - 1), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    private static int Events => 5 * BenchmarkSize.Rows;

    private static int Users => Events / EventsPerUser;

    /// <summary>The amount of a payment, in <see cref="BuildWithAmounts"/>.</summary>
    internal static AmountField Amount { get; } = Field.Amount("amount", "CNY");

    internal static UserOpsDataset Build() => Build(columns => columns);

    /// <summary>The same events, each with an amount.</summary>
    internal static UserOpsDataset BuildWithAmounts()
    {
        var random = new Xoshiro256(20261123);
        return Build(columns => columns.With(Amount, Enumerable.Range(0, columns.Count).Select(_ => (long)random.NextInt32(100_000)).ToArray()));
    }

    private static UserOpsDataset Build(Func<EventColumns, EventColumns> with)
    {
        var random = new Xoshiro256(20261122);
        (int users, int events) = (Users, Events);
        var ids = new long[events];
        var ticks = new long[events];
        var names = new ushort[events];
        for (int i = 0; i < events; i++)
        {
            int user = random.NextInt32(users);
            ids[i] = user;

            // A tenth of the users stops after each tenth of the days, so that every stage has somebody.
            double share = (double)i / events * (1 + (user % 10)) / 10;
            ticks[i] = Start.UtcTicks + (long)(share * Days * TimeSpan.TicksPerDay);
            names[i] = (ushort)random.NextInt32(Names.Length);
        }

        return new UserOpsDatasetBuilder()
            .AddUsers(Enumerable.Range(0, users), map => map.User(i => (long)i).With(Registered, i => i % 17 == 0 ? null : FirstDay.AddDays(-(i % 700))))
            .AddEvents(with(new EventColumns(ids, ticks).Names(names, Names)))
            .Build();
    }
}
