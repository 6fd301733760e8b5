using UserOps.Models.Lifecycle;

namespace UserOps.Models.Tests.Lifecycle;

/// <summary>A row of a test's log.</summary>
internal sealed record ChurnRow(string User, string Name, DateTimeOffset At, decimal? Amount = null);

/// <summary>Logs written by hand and logs drawn by chance, with a definition that fits them.</summary>
internal static class ChurnLogs
{
    internal static readonly AmountField Amount = Field.Amount("amount", "CNY");

    internal static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static readonly string[] Zones = ["UTC", "Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu"];

    internal static ChurnWarningDefinition Definition { get; } = new()
    {
        Activity = "login",
        Amounts = new() { Events = "pay", Amount = Amount, RecentDays = 28, BaseDays = 28 },
    };

    internal static UserOpsDataset DataOf(IEnumerable<ChurnRow> rows) => UserOpsDataset.FromEvents(
        rows, map => map.User(row => row.User).At(row => row.At).Name(row => row.Name).With(Amount, row => row.Amount));

    /// <summary>One user in Shanghai: a login at noon of each March day, payments of (day, amount).</summary>
    internal static IEnumerable<ChurnRow> User(string id, int[] loginDays, params (int Day, decimal? Amount)[] payments)
        => loginDays.Select(day => new ChurnRow(id, "login", Noon(day)))
            .Concat(payments.Select(payment => new ChurnRow(id, "pay", Noon(payment.Day), payment.Amount)));

    /// <summary>Noon in Shanghai, so many days after the last of February.</summary>
    internal static DateTimeOffset Noon(int day) => new DateTimeOffset(2026, 2, 28, 12, 0, 0, TimeSpan.FromHours(8)).AddDays(day);

    internal static EvaluationContext EndOf(int day) => EvaluationContext.AtEndOf(new DateOnly(2026, 2, 28).AddDays(day), Shanghai);

    internal static ChurnRow[] Random(long seed, out ChurnWarningDefinition definition, out EvaluationContext context)
    {
        var random = new Xoshiro256(seed);
        int Below(int bound) => random.NextInt32(bound);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Zones[Below(Zones.Length)]);
        DateTimeOffset start = new(2025, 9, 20, 0, 0, 0, TimeSpan.Zero); // both changes of the clock lie in the half year from here
        DateTimeOffset asOf = start.AddMinutes(180 * 1440 + Below(20 * 1440));
        context = Below(3) == 0
            ? EvaluationContext.AtEndOf(DateOnly.FromDateTime(asOf.UtcDateTime), zone)
            : new() { AsOf = asOf, Zone = zone };
        definition = new()
        {
            Activity = Below(4) == 0 ? EventFilter.Named("login", "pay").And(new IsMissing { Field = "amount" }) : EventFilter.Named("login"),
            GapUnit = Below(3) == 0 ? ChurnGapUnit.Instants : ChurnGapUnit.LocalDays,
            RhythmDays = Below(2) == 0 ? null : 7 + Below(90),
            MinimumGaps = 1 + Below(4),
            GapRatioLimit = (1 + Below(12)) / 4m,
            WarnWhen = (ChurnCombination)Below(3),
            Amounts = new()
            {
                Events = "pay",
                Amount = Amount,
                RecentDays = 7 + Below(40),
                BaseDays = 7 + Below(80),
                TrendLimit = -(1 + Below(8)) / 8m,
            },
        };
        var rows = new List<ChurnRow>();
        for (int user = Below(40); user >= 0; user--)
        {
            int pace = 1 + Below(12);
            int until = Below(3) == 0 ? 60 + Below(100) : 210;
            for (double day = Below(60); day < until; day += random.NextDouble() * 2 * pace)
            {
                DateTimeOffset at = start.AddMinutes((long)(day * 24) * 60); // full hours, so that instants coincide
                rows.Add(new($"u{user}", Below(5) == 0 ? "view" : "login", at));
                if (Below(4) == 0)
                {
                    rows.Add(new($"u{user}", "login", at));
                    rows.Add(new($"u{user}", "pay", at, Below(6) == 0 ? null : Below(8) == 0 ? -Below(400) : Below(40_000) / 100m));
                }
            }
        }

        ChurnRow[] shuffled = [.. rows];
        for (int i = shuffled.Length - 1; i > 0; i--)
        {
            int other = Below(i + 1);
            (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
        }

        return shuffled;
    }
}
