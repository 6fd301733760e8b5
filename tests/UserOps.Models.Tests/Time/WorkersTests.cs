namespace UserOps.Models.Tests.Time;

public class WorkersTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 5)]
    [InlineData(2, 1)]
    [InlineData(2, 1000)]
    [InlineData(7, 3)]
    public void EveryPart_IsDoneOnce(int threads, int parts)
    {
        var times = new int[parts];
        new Workers(threads, CancellationToken.None).ForEach(parts, part => Interlocked.Increment(ref times[part]));
        Assert.All(times, count => Assert.Equal(1, count));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(3, "0-3")]
    [InlineData(8, "0-4 4-8")]
    [InlineData(9, "0-4 4-8 8-9")]
    public void Ranges_StandEndToEnd(int count, string expected)
    {
        var ranges = new List<string>();
        new Workers(1, CancellationToken.None).ForEachRange(count, 4, (from, to) => ranges.Add($"{from}-{to}"));
        Assert.Equal(expected, string.Join(' ', ranges));
    }

    [Fact]
    public void Scratch_IsNeverSharedByTwoThreads()
    {
        int crowded = 0;
        new Workers(4, CancellationToken.None).ForEach<Scratch>(2000, (_, scratch) =>
        {
            Interlocked.Add(ref crowded, Interlocked.Increment(ref scratch.Guests) - 1);
            Thread.SpinWait(50);
            Interlocked.Decrement(ref scratch.Guests);
        });
        Assert.Equal(0, crowded);
    }

    [Fact]
    public void AThreadThatIsDone_TakesTheNextPart()
    {
        // The first part does not end before all others are done: only a thread that takes what is left can do those.
        using var others = new CountdownEvent(99);
        new Workers(2, CancellationToken.None).ForEach(100, part =>
        {
            if (part == 0)
            {
                Assert.True(others.Wait(TimeSpan.FromMinutes(1)), "the other parts wait for the thread of the first");
            }
            else
            {
                others.Signal();
            }
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void WhatThePartsThrow_ReachesTheCallerAsItIs(int threads)
        => Assert.Throws<InvalidDataException>(() => new Workers(threads, CancellationToken.None).ForEach(50, part =>
        {
            if (part == 7)
            {
                throw new InvalidDataException();
            }
        }));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ACanceledToken_StopsBeforeTheNextPart(int threads)
    {
        using var source = new CancellationTokenSource();
        int done = 0;
        Assert.Throws<OperationCanceledException>(() => new Workers(threads, source.Token).ForEach(1000, _ =>
        {
            switch (Interlocked.Increment(ref done))
            {
                case 10:
                    source.Cancel();
                    break;
                case > 10:
                    source.Token.WaitHandle.WaitOne(); // was taken just before
                    break;
            }
        }));
        Assert.InRange(done, 10, 9 + threads);
    }

    private sealed class Scratch
    {
        internal int Guests;
    }

    [Theory] // parts, threads
    [InlineData(0, 4)]
    [InlineData(1, 1)]
    [InlineData(1_000, 1)]
    [InlineData(1_000, 4)]
    public void Sum_AnyThreads_IsTheWholeFromOneSumAThread(int parts, int threads)
    {
        int sums = 0;
        long[] whole = new Workers(threads, CancellationToken.None).Sum(
            parts,
            () =>
            {
                Interlocked.Increment(ref sums);
                return new long[1];
            },
            (part, sum) => sum[0] += part,
            (all, sum) => all[0] += sum[0]);
        Assert.Equal((long)parts * (parts - 1) / 2, whole[0]);
        Assert.InRange(sums, 1, Math.Max(threads, 1));
    }
}
