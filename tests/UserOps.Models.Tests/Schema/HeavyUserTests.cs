using Shouldly;

namespace UserOps.Models.Tests.Schema;

/// <summary>Nearly all events are one user's, who is known by text.</summary>
public class HeavyUserTests
{
    private const int Events = 1_000_000;

    [Fact]
    public void AddEvents_OneUserKnownByText_IsSorted() => ShouldBeSorted(Add(0, Events).Build());

    [Fact]
    public void Append_OneUserKnownByText_IsSorted() => ShouldBeSorted(Add(0, Events / 2).Build().Append(Add(Events / 2, Events)));

    private static UserOpsDatasetBuilder Add(int from, int to) => new UserOpsDatasetBuilder().AddEvents(
        Enumerable.Range(from, to - from),
        map => map.User(row => row % 1_000 == 0 ? "small" : "heavy").At(row => At(row * 7_919L % Events)).Named("view")); // a permutation: Events is no multiple of 7919

    private static void ShouldBeSorted(UserOpsDataset data)
    {
        Enumerable.Range(0, data.Directory.Count).Select(i => data.Directory[i].ToString()).ShouldBe(["small", "heavy"]);
        data.Events.Offsets.ToArray().ShouldBe([0, Events / 1_000, Events]);
        ReadOnlySpan<long> heavy = data.Events.UtcTicks[(Events / 1_000)..];
        int row = 0;
        for (int tick = 0; tick < Events; tick++)
        {
            // 7919 and 1,000 share no factor: the small user's ticks are the multiples of 1,000.
            if (tick % 1_000 != 0 && heavy[row++] != At(tick).UtcTicks)
            {
                Assert.Fail($"Event {row - 1} is out of order.");
            }
        }

        row.ShouldBe(heavy.Length);
    }

    private static DateTimeOffset At(long tick) => DateTimeOffset.UnixEpoch.AddTicks(tick);
}
