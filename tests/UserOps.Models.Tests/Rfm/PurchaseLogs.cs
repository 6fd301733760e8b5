using System.Globalization;
using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

/// <summary>Logs about purchases: written by hand, and random ones dense in what is hard (equal instants, midnights, changes of the clock, 'as of' inside a day).</summary>
internal static class PurchaseLogs
{
    internal static readonly AmountField Amount = Field.Amount("amount", "CNY", 2);
    internal static readonly CategoryField Order = Field.Category("order");
    internal static readonly AmountField Assets = Field.Amount("assets", "CNY", 2);

    private static readonly (string Zone, string Day)[] Places =
    [
        ("UTC", "2026-03-01"),
        ("Asia/Shanghai", "2026-03-01"),
        ("America/New_York", "2026-03-06"),    // 8 March has 23 hours
        ("America/New_York", "2026-10-30"),    // 1 November has 25 hours
        ("Australia/Lord_Howe", "2026-04-03"), // 5 April has 24.5 hours
        ("Africa/Cairo", "2023-04-26"),        // 28 April begins at 01:00
        ("Pacific/Apia", "2011-12-28"),        // 30 December does not exist
    ];

    internal static TimeZoneInfo Shanghai { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>Makes the definition of "pay" and its amount, with everything else at its default.</summary>
    internal static RfmDefinition Paid { get; } = new() { Purchases = "pay", Amount = Amount };

    internal static UserOpsDataset DataOf(IEnumerable<PurchaseRow> rows, IReadOnlyDictionary<string, decimal?>? assets = null)
    {
        var builder = new UserOpsDatasetBuilder();
        if (assets is not null)
        {
            builder.AddUsers(assets, users => users.User(user => user.Key).With(Assets, user => user.Value));
        }

        return builder.AddEvents(rows, events => events
            .User(row => row.User).At(row => row.At).Name(row => row.Name).With(Amount, row => row.Amount).With(Order, row => row.Order)).Build();
    }

    /// <summary>Makes rows of a text: one event a word, such as <c>ann:pay@2026-03-01T10:00=12.50#7</c>; amount and order may be left out, times are in Shanghai.</summary>
    internal static PurchaseRow[] Rows(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Row)];

    internal static EvaluationContext AtEndOf(string day) => EvaluationContext.AtEndOf(DateOnly.Parse(day, CultureInfo.InvariantCulture), Shanghai);

    internal static PurchaseRow[] Random(int seed, out RfmDefinition definition, out EvaluationContext context, out Dictionary<string, decimal?> assets)
    {
        var random = new Random(seed);
        (string zone, string day) = Places[random.Next(Places.Length)];
        var first = new DateTimeOffset(DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeSpan.Zero);
        int users = random.Next(1, 40);
        PurchaseRow[] rows = [.. Enumerable.Range(0, random.Next(0, 400)).Select(_ => RandomRow(random, first, users))];
        context = new() { AsOf = first.AddMinutes(30 * random.Next(-48, 48 * 9)).AddTicks(-random.Next(2)), Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) };
        if (random.Next(3) == 0)
        {
            context = context with { AsOf = first.AddDays(30) };
        }

        assets = Enumerable.Range(0, users + 3).ToDictionary(user => $"u{user}", _ => random.Next(5) == 0 ? (decimal?)null : random.Next(-100, 2_000) / 10m);
        definition = RandomDefinition(random, first);
        return rows;
    }

    private static RfmDefinition RandomDefinition(Random random, DateTimeOffset first)
    {
        int window = random.Next(6);
        return new()
        {
            Purchases = random.Next(4) == 0 ? EventFilter.Named("pay", "refund").And(Amount.AtLeast(0m)) : "pay",
            Amount = Amount,
            Monetary = random.Next(5) switch
            {
                0 => new RfmEngagement { Events = "read" },
                1 => new RfmAssets { Field = Assets },
                _ => RfmValue.Money,
            },
            Frequency = (RfmFrequency)random.Next(2),
            From = window == 0 ? first.AddMinutes(30 * random.Next(48 * 6)) : window == 1 ? DateOnly.FromDateTime(first.DateTime).AddDays(random.Next(7)) : null,
            LastDays = window == 2 ? random.Next(1, 9) : null,
            Refunds = random.Next(2) == 0 ? EventFilter.Named("refund") : null,
            RefundPolicy = (RfmRefundPolicy)random.Next(2),
            Reversals = random.Next(2) == 0 ? new() { Events = "reverse", Order = Order } : null,
            LengthScoring = random.Next(3) == 0 ? new() { Bins = 3 } : null,
            Split = new() { EqualToCut = (RfmCutSide)random.Next(2) },
            Segments = random.Next(2) == 0 ? RfmSegmentTables.RecencyFrequency : null,
        };
    }

    private static PurchaseRow RandomRow(Random random, DateTimeOffset first, int users)
    {
        string name = random.Next(10) switch
        {
            < 5 => "pay",
            5 => "refund",
            6 => "reverse",
            7 => "read",
            _ => "other",
        };
        decimal? amount = random.Next(12) == 0 ? null : random.Next(-300, 3_000) / 100m;
        string? order = random.Next(3) == 0 ? null : random.Next(6).ToString(CultureInfo.InvariantCulture);
        return new($"u{random.Next(users)}", first.AddMinutes(30 * random.Next(48 * 9)), name, amount, order);
    }

    private static PurchaseRow Row(string word)
    {
        string[] parts = word.Split(':', 2);
        (string rest, string? order) = parts[1].Split('#') is [var left, var right] ? (left, right) : (parts[1], null);
        (rest, decimal? amount) = rest.Split('=') is [var head, var money] ? (head, decimal.Parse(money, CultureInfo.InvariantCulture)) : (rest, (decimal?)null);
        string[] at = rest.Split('@');
        DateTime local = DateTime.Parse(at[1], CultureInfo.InvariantCulture);
        return new(parts[0], new DateTimeOffset(local, TimeSpan.FromHours(8)), at[0], amount, order);
    }
}
