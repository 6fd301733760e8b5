using UserOps.Models.Activity;

namespace UserOps.Models.Tests.Activity;

/// <summary>The span door: what it refuses, and that it allocates nothing.</summary>
public class SessionSplitterTests
{
    private static readonly EvaluationContext Context = EvaluationContext.AtEndOf(new(2026, 4, 30), TimeZoneInfo.Utc);

    private static readonly SessionSplitter Splitter = new SessionModel(SessionDefinition.Visits(EventFilter.Any, "close") with
    {
        Separators = EventFilter.Named("open", "close"),
        Midnight = SessionMidnight.Cuts,
    }).SplitterIn(Context);

    [Theory]
    [InlineData("open", SessionRole.Separator)]
    [InlineData("close", SessionRole.Separator)] // of several roles the first
    [InlineData("view", SessionRole.Event)]
    public void RoleOf_Name_GivesItsRole(string name, SessionRole expected) => Assert.Equal(expected, Splitter.RoleOf(name));

    [Fact]
    public void RoleOf_NoName_IsRefused() => Assert.Throws<ArgumentException>(() => Splitter.RoleOf(""));

    [Fact]
    public void Split_BadArguments_AreRefused()
    {
        Assert.StartsWith("There are 1 instants but 2 roles.", Refusal([1], new SessionRole[2], new int[1]), StringComparison.Ordinal);
        Assert.StartsWith("There are 1 instants but room for 0 indices.", Refusal([1], new SessionRole[1], []), StringComparison.Ordinal);
        Assert.StartsWith("Event 1 has the role 4, which is none.", Refusal([1, 2], [SessionRole.Event, (SessionRole)4], new int[2]), StringComparison.Ordinal);
    }

    [Fact]
    public void Split_NotSorted_NamesTheEvent()
        => Assert.Equal(2, Assert.Throws<EventsNotSortedException>(() => Splitter.Split([1, 3, 2], new SessionRole[3], new int[3])).Index);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 3155378976000000000)] // the first tick of year 10000
    public void Split_InstantThatNoDateHolds_IsRefused(long first, long last)
        => Assert.Throws<ArgumentOutOfRangeException>(() => Splitter.Split([first, last], new SessionRole[2], new int[2]));

    [Fact]
    public void Split_AfterAsOf_IsNotSeen()
    {
        int[] indices = [7, 7, 7];
        long asOf = Context.AsOf.UtcTicks;
        Assert.Equal(1, Splitter.Split([asOf - 1, asOf, asOf + 1], [SessionRole.Separator, SessionRole.Event, SessionRole.Separator], indices));
        Assert.Equal([0, 1, 0], indices);
    }

    [Fact]
    public void Split_NoEvents_UsesNoIndex() => Assert.Equal(0, Splitter.Split([], [], []));

    [Fact]
    public void Split_AnyUser_AllocatesNothing()
    {
        long start = new DateTime(2026, 3, 2).Ticks;
        long[] ticks = [.. Enumerable.Range(0, 1000).Select(i => start + (i / 2 * TimeSpan.TicksPerHour))];
        SessionRole[] roles = [.. Enumerable.Range(0, 1000).Select(i => (SessionRole)(i % 4))];
        int[] indices = new int[1000];
        int highest = Splitter.Split(ticks, roles, indices); // compiled before the count starts
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            highest = Math.Min(highest, Splitter.Split(ticks, roles, indices));
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(250, highest); // one separator in four events
    }

    private static string Refusal(long[] ticks, SessionRole[] roles, int[] indices)
        => Assert.Throws<ArgumentException>(() => Splitter.Split(ticks, roles, indices)).Message;
}
