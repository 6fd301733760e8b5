using UserOps.Models.Stratification;

namespace UserOps.Models.Tests.Stratification;

public class DescendingOrderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)] // beyond 64 bits
    public void Sort_AnyLength_IsDescendingAndTakesItemsAlong(bool isLong)
    {
        var random = new Random(1);
        for (int count = 0; count < 200; count++)
        {
            Int128[] units = [.. Enumerable.Range(0, count).Select(_ => (Int128)random.NextInt64(-50, 50) << (isLong ? 80 : 0))];
            Int128[] sorted = [.. units];
            int[] items = [.. Enumerable.Range(0, count)];
            DescendingOrder.Sort(sorted, items);
            Assert.Equal(units.OrderDescending(), sorted);
            Assert.Equal(sorted, items.Select(item => units[item]));
            Assert.Equal(count, items.Distinct().Count());
            DescendingOrder.Sort(units);
            Assert.Equal(sorted, units);
        }
    }

    [Fact]
    public void Sort_TheEndsOf64Bits_HoldTheirPlaces()
    {
        Int128[] units = [long.MinValue, 0, long.MaxValue, -1, 1];
        DescendingOrder.Sort(units);
        Assert.Equal([long.MaxValue, 1, 0, -1, long.MinValue], units);
    }

    [Theory] // ids in this order of first sight
    [InlineData("ascending")]
    [InlineData("descending")]
    [InlineData("shuffled")]
    [InlineData("pipes")] // up and down again
    public void Split_ManyIds_PartsTheSmallest(string order)
    {
        const int Count = 1_000;
        int[] places = [.. Enumerable.Range(0, Count)];
        Action arrange = order switch
        {
            "descending" => () => Array.Reverse(places),
            "shuffled" => () => new Random(3).Shuffle(places),
            "pipes" => () => places = [.. places.Where(place => place % 2 == 0), .. places.Where(place => place % 2 == 1).Reverse()],
            _ => static () => { }
            ,
        };
        arrange();
        string[] ids = [.. places.Select(place => FormattableString.Invariant($"u{place}"))];
        UserDirectory directory = Amounts.Directory(ids);
        foreach (int count in (int[])[0, 1, 2, 31, 500, 999, 1_000])
        {
            int[] ordinals = [.. Enumerable.Range(0, Count)];
            new IdSelection(directory).Split(ordinals, count);
            Assert.Equal(ids.Order(StringComparer.Ordinal).Take(count), ordinals.Take(count).Select(ordinal => ids[ordinal]).Order(StringComparer.Ordinal));
            Assert.Equal(Count, ordinals.Distinct().Count());
        }
    }
}
