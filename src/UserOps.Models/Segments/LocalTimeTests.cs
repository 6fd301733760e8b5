using System.Globalization;

namespace UserOps.Models;

/// <summary>Binds a node over <c>@localTime</c>: the text test is judged once per second of the day, then instants are looked up.</summary>
internal static class LocalTimeTests
{
    private const int SecondsPerDay = 24 * 60 * 60;

    internal static RowTest Of(FieldRule rule, EventTable events, TimeZoneInfo zone)
    {
        if (rule is IsMissing or IsPresent)
        {
            return new(null, rule is IsPresent, []);
        }

        Func<string, bool> holds = CategoryTests.Predicate(rule);
        var set = new ulong[BitKernels.WordsFor(SecondsPerDay)];
        for (int second = 0; second < SecondsPerDay; second++)
        {
            set[second >> 6] |= RowKernels.Bit(holds(TextOf(second))) << second;
        }

        return new(new LocalTimeScan(events, OffsetTimeline.Of(zone), set), false, []);
    }

    private static string TextOf(int second) => TimeSpan.FromSeconds(second).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);
}

/// <summary>Instants whose local time of day, cut to the second, lies in a set of seconds.</summary>
internal sealed class LocalTimeScan(EventTable events, OffsetTimeline timeline, ulong[] seconds) : ScannedBits
{
    private const int Chunk = 512;

    internal override int Cost => 80;

    internal override void Scan(int firstRow, int rows, Span<ulong> words)
    {
        Span<long> times = stackalloc long[Chunk];
        for (int start = 0; start < rows; start += Chunk)
        {
            int length = Math.Min(Chunk, rows - start);
            LocalClock.TimesOfDay(timeline, events.UtcTicks.Slice(firstRow + start, length), times[..length]);
            Mark(times[..length], words[(start >> 6)..]);
        }
    }

    private void Mark(ReadOnlySpan<long> times, Span<ulong> words)
    {
        words[..BitKernels.WordsFor(times.Length)].Clear();
        for (int row = 0; row < times.Length; row++)
        {
            int second = (int)((ulong)times[row] / TimeSpan.TicksPerSecond);
            words[row >> 6] |= (seconds[second >> 6] >> second & 1) << row;
        }
    }
}
