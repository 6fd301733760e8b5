using System.Numerics;

namespace UserOps.Models.Tests.Numerics;

public class BitKernelsTests
{
    [Fact]
    public void Apply_EveryLength_AsWordByWord()
    {
        var random = new Xoshiro256(1);
        for (int length = 0; length <= 300; length++)
        {
            ulong[] left = Words(random, length);
            ulong[] right = Words(random, length);
            Check<AndOperation>(left, right, (a, b) => a & b);
            Check<AndNotOperation>(left, right, (a, b) => a & ~b);
            Check<OrOperation>(left, right, (a, b) => a | b);
            Check<NorOperation>(left, right, (a, b) => ~(a | b));
        }
    }

    [Fact]
    public void Count_EveryLength_AsBitByBit()
    {
        var random = new Xoshiro256(2);
        for (int length = 0; length <= 300; length++)
        {
            ulong[] words = Words(random, length);
            Assert.Equal(words.Sum(BitOperations.PopCount), BitKernels.Count(words));
        }

        Assert.Equal(300 * 64, BitKernels.Count([.. Enumerable.Repeat(ulong.MaxValue, 300)]));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(64, 1)]
    [InlineData(65, 2)]
    [InlineData(int.MaxValue, 1 << 25)]
    public void WordsFor_Bits_RoundsUp(int bits, int words) => Assert.Equal(words, BitKernels.WordsFor(bits));

    private static void Check<TOperation>(ulong[] left, ulong[] right, Func<ulong, ulong, ulong> plain)
        where TOperation : struct, IBitOperation
    {
        var target = new ulong[left.Length];
        BitKernels.Apply<TOperation>(left, right, target);
        Assert.Equal(left.Zip(right, plain), target);

        ulong[] inPlace = [.. left];
        BitKernels.Apply<TOperation>(inPlace, right, inPlace);
        Assert.Equal(target, inPlace);
        Assert.Equal(target.Any(word => word != 0), BitKernels.Any<TOperation>(left, right));
    }

    private static ulong[] Words(Xoshiro256 random, int length) => [.. Enumerable.Range(0, length).Select(_ => random.NextUInt64() & random.NextUInt64() & random.NextUInt64())];
}
