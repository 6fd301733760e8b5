using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

public class OrderStatisticsTests
{
    [Theory] // how many bits the values have: one, a few, more than a histogram, all
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(30)]
    [InlineData(64)]
    public void Select_AnyPositions_AreWhatSortingFinds(int bits)
    {
        var random = new Xoshiro256(bits);
        foreach (int length in (int[])[1, 2, 511, 512, 513, 5_000])
        {
            long[] values = [.. Enumerable.Range(0, length).Select(_ => (long)(random.NextUInt64() >> (64 - bits)) - (1L << (bits / 2)))];
            int[] positions = [.. Enumerable.Range(0, 12).Select(_ => random.NextInt32(length)).Append(0).Append(length - 1).Order()];
            long[] sorted = [.. values.Order()];
            var found = new long[positions.Length];
            OrderStatistics.Select<long>(values, positions, found);
            Assert.Equal(positions.Select(position => sorted[position]), found);
        }
    }

    [Fact]
    public void Select_Integers_FromEndToEnd()
    {
        int[] values = [.. Enumerable.Range(0, 4_000).Select(i => i % 2 == 0 ? int.MinValue + i : int.MaxValue - i)];
        int[] sorted = [.. values.Order()];
        int[] positions = [0, 1, 1_999, 2_000, 3_999];
        var found = new int[positions.Length];
        OrderStatistics.Select<int>(values, positions, found);
        Assert.Equal(positions.Select(position => sorted[position]), found);
    }

    [Fact]
    public void Select_EverMoreCrowded_EndsInTime()
    {
        // In every stretch of every histogram all but one value lie in the lowest one: the worst there is.
        long[] values = [.. Enumerable.Range(0, 2_000).Select(i => i < 62 ? 1L << i : i % 3)];
        long[] sorted = [.. values.Order()];
        var found = new long[3];
        OrderStatistics.Select<long>(values, [10, 1_000, 1_990], found);
        Assert.Equal([sorted[10], sorted[1_000], sorted[1_990]], found);
    }

    [Fact]
    public void Select_NoPositions_AsksNothing() => OrderStatistics.Select<int>([], [], []);
}
