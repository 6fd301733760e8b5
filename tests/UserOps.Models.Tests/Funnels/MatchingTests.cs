using System.Numerics;
using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Funnels;

public sealed class MatchingTests
{
    private const int Steps = 5;

    [Fact]
    public void TryAdd_RandomWishes_ServesWhomeverItCan()
    {
        var random = new Random(11);
        for (int run = 0; run < 3_000; run++)
        {
            ulong[] wanted = [.. Enumerable.Range(0, Steps).Select(_ => (ulong)random.Next(1 << 4))];
            var matching = new Matching(wanted, new byte[Matching.Size], new byte[Matching.Size]);
            ulong served = 0;
            foreach (int taker in Enumerable.Range(0, Steps).OrderBy(_ => random.Next()))
            {
                bool fits = CanServe(wanted, served | (1UL << taker));

                Assert.Equal(fits, matching.TryAdd(taker));
                served |= fits ? 1UL << taker : 0;
                if (random.Next(4) == 0 && served != 0)
                {
                    int gone = BitOperations.TrailingZeroCount(served);
                    matching.Remove(gone);
                    served &= ~(1UL << gone);
                }

                for (int i = 0; i < Steps; i++)
                {
                    bool has = (served >> i & 1) != 0;
                    Assert.Equal(has, matching.ThingOf(i) != Matching.None);
                    Assert.True(!has || (matching.TakerOf(matching.ThingOf(i)) == i && (wanted[i] >> matching.ThingOf(i) & 1) != 0));
                }
            }
        }
    }

    [Fact]
    public void Keep_RandomEvents_ServesTheSameSetsOfSteps()
    {
        var random = new Random(12);
        ulong[] eventsOfStep = new ulong[Steps];
        for (int run = 0; run < 2_000; run++)
        {
            ulong[] canFill = [.. Enumerable.Range(0, random.Next(9)).Select(_ => (ulong)random.Next(1 << Steps))];
            int[] kept = new int[Matching.Size];

            int count = UsefulEvents.Keep(canFill, eventsOfStep, kept);

            Assert.True(count <= Steps);
            ulong[] all = [.. Enumerable.Range(0, Steps).Select(step => canFill.Select((mask, i) => (mask >> step & 1) << i).Aggregate(0UL, (x, y) => x | y))];
            for (ulong steps = 0; steps < 1 << Steps; steps++)
            {
                Assert.Equal(CanServe(all, steps), CanServe(eventsOfStep, steps));
            }
        }
    }

    // Hall's condition, set by set.
    private static bool CanServe(ulong[] wanted, ulong takers)
    {
        for (ulong some = takers; some != 0; some = (some - 1) & takers)
        {
            ulong things = 0;
            for (int taker = 0; taker < wanted.Length; taker++)
            {
                things |= (some >> taker & 1) != 0 ? wanted[taker] : 0;
            }

            if (BitOperations.PopCount(things) < BitOperations.PopCount(some))
            {
                return false;
            }
        }

        return true;
    }
}
