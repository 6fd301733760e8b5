using UserOps.Models.Activity;

namespace UserOps.Models.Tests.Activity;

public class ActivityKernelsTests
{
    [Theory] // one user's days as digits, window, minimum | the windows that end on each of eight days
    [InlineData("1.......", 1, 1, "10000000")]
    [InlineData("1.......", 3, 1, "11100000")]
    [InlineData("1..1....", 3, 1, "11111100")]
    [InlineData("1.1.....", 3, 2, "00100000")]
    [InlineData("2..2....", 2, 2, "11011000")]
    [InlineData("1111....", 2, 2, "01110000")] // one comes in as one goes out
    [InlineData(".......9", 8, 9, "00000001")]
    [InlineData("........", 3, 1, "00000000")]
    public void AddWindows_OneUser_FindsEveryWindow(string journey, int window, int minimum, string expected)
    {
        int[] days = [.. Enumerable.Range(0, journey.Length).Where(day => journey[day] != '.')];
        int[] events = [.. days.Select(day => journey[day] - '0')];
        var changes = new long[9];
        ActivityKernels.AddWindows(days, events, window, minimum, firstDay: 0, changes);
        Assert.Equal(expected, string.Concat(ActivityKernels.Accumulate(changes)[..8]));
    }

    [Fact]
    public void AddWindows_RandomDays_AreThoseCountedOneByOne()
    {
        var random = new Xoshiro256(11);
        for (int round = 0; round < 2_000; round++)
        {
            int[] days = [.. Enumerable.Range(0, 40).Where(_ => random.NextInt32(3) == 0)];
            int[] events = [.. days.Select(_ => 1 + random.NextInt32(3))];
            (int window, int minimum, int first, int count) = (1 + random.NextInt32(12), 1 + random.NextInt32(5), random.NextInt32(45) - 3, 1 + random.NextInt32(30));
            var changes = new long[count + 1];
            ActivityKernels.AddWindows(days, events, window, minimum, first, changes);
            IEnumerable<long> expected = Enumerable.Range(first, count)
                .Select(last => days.Zip(events).Where(day => day.First <= last && day.First > last - window).Sum(day => day.Second) >= minimum ? 1L : 0L);
            Assert.Equal(expected, ActivityKernels.Accumulate(changes)[..count]);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(100)]
    public void Classify_AnyLength_IsWhatSetsSay(int words)
    {
        var random = new Xoshiro256(words);
        ulong[] Next() => [.. Enumerable.Range(0, words).Select(_ => random.NextUInt64() & random.NextUInt64())];
        (ulong[] active, ulong[] before, ulong[] other) = (Next(), Next(), Next());
        ulong[] seen = [.. before.Zip(other, (left, right) => left | right)];
        HashSet<int> Set(ulong[] bits) => [.. Enumerable.Range(0, 64 * words).Where(user => (bits[user >> 6] >> user & 1) != 0)];
        (HashSet<int> now, HashSet<int> then, HashSet<int> ever) = (Set(active), Set(before), Set(seen));
        Assert.Equal((now.Count, now.Except(ever).Count(), now.Intersect(then).Count()), ActivityKernels.Classify(active, before, seen));
        Assert.Equal(now.Union(ever).Order(), Set(seen).Order());
        Assert.Equal(now.Union(then).Count(), ActivityKernels.CountEither(active, before));
    }

    [Fact]
    public void Kernels_AllocateNothing()
    {
        (int[] days, int[] events, long[] changes, ulong[] bits) = ([1, 5], [1, 2], new long[9], new ulong[64]);
        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Run()
        {
            ActivityKernels.AddWindows(days, events, 3, 1, 0, changes);
            ActivityKernels.CountPeriods(days, events, 1, changes);
            ActivityKernels.Classify(bits, bits, bits);
            ActivityKernels.CountEither(bits, bits);
        }
    }
}
