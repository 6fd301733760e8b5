namespace UserOps.Models.Benchmarks.Funnels;

/// <summary>One event as an application holds it.</summary>
internal readonly record struct FunnelRow(long User, DateTimeOffset At, string Name, string Channel, decimal Amount)
{
    private const int Types = 20;
    private const int Days = 90;
    private static readonly DateTimeOffset FirstDay = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static CategoryField ChannelField { get; } = Field.Category("channel");

    internal static AmountField AmountField { get; } = Field.Amount("amount", "CNY");

    /// <summary>Makes the events of users of very different activity: how many events a user has is exponential, 25 on average.</summary>
    internal static FunnelRow[] Generate(int events)
    {
        var chance = new Xoshiro256(20260101);
        string[] names = [.. Enumerable.Range(0, Types).Select(type => $"e{type}")];
        string[] channels = ["search", "mail", "shop", "friend", "press"];
        var rows = new FunnelRow[events];
        long user = 0;
        for (int i = 0, left = 0; i < events; i++, left--)
        {
            if (left <= 0)
            {
                user++;
                left = 1 + (int)(-25 * Math.Log(1 - chance.NextDouble()));
            }

            DateTimeOffset at = FirstDay.AddTicks((long)(chance.NextDouble() * Days * TimeSpan.TicksPerDay));
            rows[i] = new(user, at, names[chance.NextInt32(Types)], channels[chance.NextInt32(channels.Length)], chance.NextInt32(100));
        }

        return rows;
    }

    /// <summary>Reads events into a dataset.</summary>
    internal static UserOpsDataset Read(FunnelRow[] rows) => UserOpsDataset.FromEvents(rows, map => map
        .User(row => row.User).At(row => row.At).Name(row => row.Name)
        .With(ChannelField, row => row.Channel).With(AmountField, row => row.Amount));

    /// <summary>The same event, known by its date alone.</summary>
    internal FunnelRow OnDate() => this with { At = new DateTimeOffset(At.UtcDateTime.Date, TimeSpan.Zero) };
}
