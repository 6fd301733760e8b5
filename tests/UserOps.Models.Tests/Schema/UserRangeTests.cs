namespace UserOps.Models.Tests.Schema;

public class UserRangeTests
{
    [Theory] // events per user | parts | ranges
    [InlineData("", 4, "")]
    [InlineData("5", 4, "0-1")]
    [InlineData("0 0 0", 4, "0-1 1-3")]       // nobody did anything: still everybody is visited
    [InlineData("1 1 1 1", 2, "0-2 2-4")]
    [InlineData("1 1 1 1", 9, "0-1 1-2 2-3 3-4")]
    [InlineData("100 1 1 1", 2, "0-1 1-4")]   // one heavy user is a range
    [InlineData("1 1 1 100", 2, "0-4")]       // there is no cut inside a user
    [InlineData("0 0 6 0 0", 3, "0-3 3-5")]
    public void Cut_Users_GivesRangesOfAboutEqualEventCount(string events, int parts, string expected)
    {
        int[] offsets = [0, .. events.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        for (int user = 1; user < offsets.Length; user++)
        {
            offsets[user] += offsets[user - 1];
        }

        Assert.Equal(expected, string.Join(' ', UserRange.Cut(offsets, parts).Select(range => $"{range.From}-{range.To}")));
    }

    [Fact]
    public void Cut_RandomUsers_VisitsEachOnceAndNoneTooMuch()
    {
        var random = new Random(5);
        for (int repeat = 0; repeat < 500; repeat++)
        {
            int[] offsets = new int[random.Next(1, 60)];
            int heaviest = 0;
            for (int user = 1; user < offsets.Length; user++)
            {
                int events = random.Next(5) == 0 ? random.Next(100) : random.Next(4);
                heaviest = Math.Max(heaviest, events);
                offsets[user] = offsets[user - 1] + events;
            }

            int parts = random.Next(1, 20);
            List<UserRange> ranges = UserRange.Cut(offsets, parts);
            Assert.Equal(Enumerable.Range(0, offsets.Length - 1), ranges.SelectMany(range => Enumerable.Range(range.From, range.To - range.From)));
            Assert.All(ranges, range => Assert.True(range.To > range.From && offsets[range.To] - offsets[range.From] <= (offsets[^1] / parts) + heaviest + 1));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Each_Results_StandInTheOrderOfTheUsers(int threads)
    {
        int[] offsets = [.. Enumerable.Range(0, 1001)];
        UserRange[] results = UserRange.Each(offsets, new() { MaxDegreeOfParallelism = threads }, range => range, CancellationToken.None);
        Assert.Equal(UserRange.Cut(offsets, threads * 32), results);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Each_CanceledHalfWay_Stops(int threads)
    {
        using var source = new CancellationTokenSource();
        int done = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => UserRange.Each<int>(
            Enumerable.Range(0, 1001).ToArray(),
            new() { MaxDegreeOfParallelism = threads },
            _ =>
            {
                source.Cancel();
                return Interlocked.Increment(ref done);
            },
            source.Token));
        Assert.InRange(done, 1, threads);
    }
}
