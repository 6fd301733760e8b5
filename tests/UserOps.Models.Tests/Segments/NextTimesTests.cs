namespace UserOps.Models.Tests.Segments;

public class NextTimesTests
{
    [Theory] // users, how many change each time: few are held beside the others, many make all anew
    [InlineData(1_000, 3)]
    [InlineData(1_000, 400)]
    [InlineData(64, 1)]
    [InlineData(1, 1)]
    [InlineData(0, 2)]
    public void With_ChangesAndNewUsers_IsAsIfAllWereWritten(int users, int changes)
    {
        var random = new Xoshiro256(users + changes);
        long[] expected = [.. Enumerable.Range(0, users).Select(_ => Draw(random))];
        NextTimes times = NextTimes.Of([.. expected]);
        for (int i = 0; i < 60; i++)
        {
            int more = random.NextInt32(3);
            int[] changed = [.. Enumerable.Range(0, changes).Select(_ => random.NextInt32(Math.Max(expected.Length, 1))).Where(user => user < expected.Length).Distinct().Order(), .. Enumerable.Range(expected.Length, more)];
            long[] values = [.. changed.Select(_ => Draw(random))];
            times = times.With(changed, NextTimes.Of(values));
            Array.Resize(ref expected, expected.Length + more);
            for (int j = 0; j < changed.Length; j++)
            {
                expected[changed[j]] = values[j];
            }

            Assert.Equal(expected.Length == 0 ? long.MaxValue : expected.Min(), times.Earliest());
            foreach (long asOf in (long[])[0, 30, 50, 99, long.MaxValue])
            {
                var words = new ulong[BitKernels.WordsFor(expected.Length)];
                times.Mark(asOf, words);
                Assert.Equal(expected.Select(value => value <= asOf), Enumerable.Range(0, expected.Length).Select(user => (words[user >> 6] >> user & 1) != 0));
            }
        }
    }

    private static long Draw(Xoshiro256 random) => random.NextInt32(10) == 0 ? long.MaxValue : random.NextInt32(100);
}
