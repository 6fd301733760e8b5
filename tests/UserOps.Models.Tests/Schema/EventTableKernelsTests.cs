namespace UserOps.Models.Tests.Schema;

public sealed class EventTableKernelsTests
{
    private static readonly long[] Ticks = [5, 7, 7, 9, 1, 2]; // two users: four events and two

    [Theory] // first and end of the positions, 'as of', the end of those seen
    [InlineData(0, 4, 4, 0)]
    [InlineData(0, 4, 5, 1)]
    [InlineData(0, 4, 6, 1)]
    [InlineData(0, 4, 7, 3)] // the last instant is seen, with all events at it
    [InlineData(0, 4, 9, 4)]
    [InlineData(0, 4, long.MaxValue, 4)]
    [InlineData(4, 6, 1, 5)] // the user before plays no part
    [InlineData(4, 6, 0, 4)]
    [InlineData(4, 4, 9, 4)]
    public void SeenEnd_AsOf_IsTheFirstPositionAfterIt(int from, int to, long asOf, int expected)
    {
        int[] inOrder = [.. Enumerable.Range(0, Ticks.Length)];
        Assert.Equal(expected, EventTableKernels.SeenEnd(Ticks, rows: [], from, to, asOf));
        Assert.Equal(expected, EventTableKernels.SeenEnd(Ticks, inOrder, from, to, asOf));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 2)]
    [InlineData(7, 5)]
    [InlineData(9, 6)]
    public void SeenEnd_ThroughRows_FollowsTheirOrder(long asOf, int expected)
        => Assert.Equal(expected, EventTableKernels.SeenEnd(Ticks, [4, 5, 0, 1, 2, 3], 0, 6, asOf));
}
