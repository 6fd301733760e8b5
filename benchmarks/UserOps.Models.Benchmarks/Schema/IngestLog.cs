using System.Globalization;

namespace UserOps.Models.Benchmarks.Schema;

/// <summary>A log as it comes from an app: 25 events a user with a heavy tail, 20 event names, 90 days, one row in a hundred late.</summary>
public sealed class IngestLog
{
    private const int EventsPerUser = 25;
    private const int Days = 90;

    public IngestLog(int events)
    {
        var random = new Xoshiro256(20260301);
        int users = Math.Max(1, events / EventsPerUser);
        Names = [.. Enumerable.Range(0, 20).Select(i => $"event_{i}")];
        DenseUsers = new long[events];
        AnyUsers = new long[events];
        UtcTicks = new long[events];
        NameCodes = new ushort[events];
        long start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;
        for (int i = 0; i < events; i++)
        {
            double tail = random.NextDouble();
            int user = (int)(tail * tail * users);
            DenseUsers[i] = user;
            AnyUsers[i] = unchecked((long)((ulong)(user + 12_345) * 0xD134_2543_DE82_EF95));
            UtcTicks[i] = start + (long)((double)i / events * Days * TimeSpan.TicksPerDay);
            UtcTicks[i] -= random.NextInt32(100) == 0 ? random.NextInt32(6 * 3_600) * TimeSpan.TicksPerSecond : 0;
            NameCodes[i] = (ushort)random.NextInt32(Names.Length);
        }
    }

    /// <summary>Gets the number of rows: ten million, or few in a smoke run; USEROPS_BENCHMARK_EVENTS says otherwise.</summary>
    public static int Events { get; } = int.TryParse(
        Environment.GetEnvironmentVariable("USEROPS_BENCHMARK_EVENTS"), NumberStyles.None, CultureInfo.InvariantCulture, out int events)
        ? events
        : Environment.GetEnvironmentVariable("USEROPS_BENCHMARK_SMOKE") is null ? 10_000_000 : 20_000;

    public string[] Names { get; }

    /// <summary>Gets users by ids that lie close together.</summary>
    public long[] DenseUsers { get; }

    /// <summary>Gets the same users by ids that lie anywhere.</summary>
    public long[] AnyUsers { get; }

    public long[] UtcTicks { get; }

    public ushort[] NameCodes { get; }

    /// <summary>Makes the same rows as objects, users known by text.</summary>
    public IngestRecord[] ToRecords()
    {
        string[] ids =
        [
            .. Enumerable.Range(0, (int)DenseUsers.Max() + 1)
                .Select(user => string.Create(CultureInfo.InvariantCulture, $"customer-{user * 7_919L % 1_000_003}-{user}")),
        ];
        return
        [
            .. Enumerable.Range(0, DenseUsers.Length)
                .Select(i => new IngestRecord(ids[DenseUsers[i]], new DateTimeOffset(UtcTicks[i], TimeSpan.Zero), Names[NameCodes[i]])),
        ];
    }
}
