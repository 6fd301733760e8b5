namespace UserOps.Models.Tests.Value;

/// <summary>A small random log, dense in what is hard: equal instants, local midnights, missing amounts, refunds, users without a channel or an acquisition.</summary>
internal sealed class RevenueWorld
{
    internal static readonly AmountField Amount = Field.Amount("amount", "CNY");
    internal static readonly AmountField Cost = Field.Amount("cost", "CNY", 2);
    internal static readonly CategoryField Channel = Field.Category("channel");

    private static readonly DateTimeOffset Start = new(2026, 2, 27, 16, 0, 0, TimeSpan.Zero); // midnight of 28 February, eight hours east
    private static readonly string[] Names = ["open", "register", "pay", "pay", "refund", "tip"];

    internal RevenueWorld(int seed)
    {
        var random = new Random(seed);
        Users = [.. Enumerable.Range(0, random.Next(1, 12)).Select(i => new RevenueUser($"u{i}", random.Next(4) is > 0 and var channel ? $"c{channel}" : null))];
        Rows = [.. Enumerable.Range(0, random.Next(0, 150)).Select(_ => Row(random))];
        AsOf = Start.AddMinutes(30 * random.Next(48, 20 * 48) - (random.Next(2) == 0 ? 0.001 : 0));
    }

    private RevenueWorld(IReadOnlyList<RevenueUser> users, IReadOnlyList<RevenueRow> rows, DateTimeOffset asOf)
    {
        Users = users;
        Rows = rows;
        AsOf = asOf;
    }

    internal static TimeZoneInfo Zone { get; } = Time.NamedZones.EightEast;

    internal IReadOnlyList<RevenueUser> Users { get; }

    internal IReadOnlyList<RevenueRow> Rows { get; }

    internal DateTimeOffset AsOf { get; }

    internal EvaluationContext Context => new() { AsOf = AsOf, Zone = Zone };

    /// <summary>Gets the rows that are seen, per user, in order.</summary>
    internal IEnumerable<RevenueRow> SeenOf(RevenueUser user) => Rows.Where(row => row.User == user.Id && row.At <= AsOf).OrderBy(row => row.At);

    /// <summary>Gets the world of some users alone.</summary>
    internal RevenueWorld Shard(Func<int, bool> takes)
    {
        RevenueUser[] users = [.. Users.Where((_, i) => takes(i))];
        return new(users, [.. Rows.Where(row => users.Any(user => user.Id == row.User))], AsOf);
    }

    internal UserOpsDataset Data() => new UserOpsDatasetBuilder()
        .AddUsers(Users, map => map.User(user => user.Id).With(Channel, user => user.Channel))
        .AddEvents(Rows, map => map.User(row => row.User).At(row => row.At).Name(row => row.Name).With(Amount, row => row.Amount).With(Cost, row => row.Cost))
        .Build();

    private RevenueRow Row(Random random)
    {
        string name = Names[random.Next(Names.Length)];
        decimal? amount = random.Next(8) == 0 ? null : random.Next(-100, 2_000) / 100m;
        decimal? cost = random.Next(10) == 0 ? null : random.Next(0, 500) / 100m;
        return new(Users[random.Next(Users.Count)].Id, Start.AddMinutes(30 * random.Next(-48, 20 * 48)), name, amount, cost);
    }
}

internal sealed record RevenueUser(string Id, string? Channel);

internal sealed record RevenueRow(string User, DateTimeOffset At, string Name, decimal? Amount, decimal? Cost);
