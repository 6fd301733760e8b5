namespace UserOps.Models.Benchmarks;

/// <summary>A log of visits: 25 events a user with a heavy tail, nine on an active day, 20 event names, 90 days. What questions about activity are measured on.</summary>
internal sealed class VisitLog
{
    private const int EventsPerUser = 25;
    private const int EventsPerVisit = 9;
    private const int Days = 90;

    private readonly Xoshiro256 _random = new(20261122);

    internal VisitLog(int events)
    {
        int users = Math.Max(1, events / EventsPerUser);
        Rows = new VisitRow[events];
        for (int row = 0; row < events;)
        {
            double tail = _random.NextDouble();
            int user = (int)(tail * tail * users);
            long at = Start.Ticks + (long)(_random.NextDouble() * Days * TimeSpan.TicksPerDay);
            for (int left = 1 + _random.NextInt32(2 * EventsPerVisit - 1); left > 0 && row < events; left--)
            {
                Rows[row++] = new VisitRow(user, at, (byte)_random.NextInt32(Names.Length));
                at += (1 + _random.NextInt32(120)) * TimeSpan.TicksPerSecond;
            }
        }
    }

    internal static DateTime Start { get; } = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    internal static string[] Names { get; } = [.. Enumerable.Range(0, 20).Select(i => $"event_{i}")];

    /// <summary>Gets a moment after all events. The zone's clock never changes among them, so that plain LINQ can say the local day by a division.</summary>
    internal static EvaluationContext Context { get; } = EvaluationContext.AtEndOf(new(2026, 4, 30), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    internal VisitRow[] Rows { get; }

    /// <summary>Gets the number of the local date, as <see cref="DateOnly.DayNumber"/>.</summary>
    internal static int LocalDay(long utcTicks) => (int)((utcTicks + (8 * TimeSpan.TicksPerHour)) / TimeSpan.TicksPerDay);

    internal UserOpsDataset ToDataset() => UserOpsDataset.FromEvents(Rows, events => events
        .User(row => row.User).At(row => new DateTimeOffset(row.UtcTicks, TimeSpan.Zero)).Name(row => Names[row.Name]));

    internal readonly record struct VisitRow(long User, long UtcTicks, byte Name);
}
