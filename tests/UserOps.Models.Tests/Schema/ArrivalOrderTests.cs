using Shouldly;
using static UserOps.Models.Tests.Schema.LogRows;

namespace UserOps.Models.Tests.Schema;

/// <summary>Rows may arrive in any order.</summary>
public class ArrivalOrderTests
{
    [Fact]
    public void AddEvents_RowsOutOfTimeOrder_AreSorted()
    {
        UserOpsDataset data = Read(new(), [At(3), At(1), At(2)]).Build();

        data.Events.UtcTicks.ToArray().ShouldBe([Ticks(1), Ticks(2), Ticks(3)]);
        data.Ingest.Issues.ShouldBeEmpty();
    }

    [Fact]
    public void AddEvents_OneUserWithVeryManyEvents_IsSorted()
    {
        const int Events = 10_000_000;
        var users = new long[Events];
        long[] utcTicks = [.. Enumerable.Range(0, Events).Select(i => Ticks(1) + (i * 7_919L % Events))]; // a permutation: Events is no multiple of 7919

        UserOpsDataset data = new UserOpsDatasetBuilder().AddEvents(new EventColumns(users, utcTicks).Named("view")).Build();

        data.Directory.Count.ShouldBe(1);
        data.Events.Offsets.ToArray().ShouldBe([0, Events]);
        for (int i = 0; i < Events; i++)
        {
            if (data.Events.UtcTicks[i] != Ticks(1) + i)
            {
                Assert.Fail($"Event {i} is out of order.");
            }
        }
    }
}
