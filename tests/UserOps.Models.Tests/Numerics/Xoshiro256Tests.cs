using System.Numerics;

namespace UserOps.Models.Tests.Numerics;

public class Xoshiro256Tests
{
    [Fact] // the authors' C code from state {1, 2, 3, 4}; the same table stands in the tests of Rust's rand_xoshiro
    public void NextUInt64_FromTheReferenceState_IsTheReferenceOutput()
    {
        var random = new Xoshiro256(1, 2, 3, 4);
        ulong[] expected =
        [
            11520, 0, 1509978240, 1215971899390074240, 1216172134540287360,
            607988272756665600, 16172922978634559625, 8476171486693032832, 10595114339597558777, 2904607092377533576,
        ];
        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(_ => random.NextUInt64()));
    }

    [Fact] // S. Vigna's splitmix64.c from 1234567
    public void SplitMix64_FromTheReferenceSeed_IsTheReferenceOutput()
    {
        ulong counter = 1234567;
        ulong[] expected =
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(_ => Xoshiro256.SplitMix64(ref counter)));
    }

    [Fact]
    public void Constructor_WithASeed_FillsTheStateFromSplitMix64()
    {
        ulong counter = 1234567;
        var byHand = new Xoshiro256(
            Xoshiro256.SplitMix64(ref counter), Xoshiro256.SplitMix64(ref counter), Xoshiro256.SplitMix64(ref counter), Xoshiro256.SplitMix64(ref counter));
        var seeded = new Xoshiro256(1234567);
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(byHand.NextUInt64(), seeded.NextUInt64()));
        Assert.NotEqual(new Xoshiro256(0).NextUInt64(), new Xoshiro256(-1).NextUInt64());
    }

    [Fact]
    public void NextDouble_ManyDraws_StayBelowOneAndSpreadEvenly()
    {
        var random = new Xoshiro256(42);
        int[] tenths = new int[10];
        for (int draw = 0; draw < 100_000; draw++)
        {
            double number = random.NextDouble();
            Assert.InRange(number, 0, 1 - 1.0 / (1L << 53));
            tenths[(int)(number * 10)]++;
        }

        Assert.All(tenths, count => Assert.InRange(count, 9_600, 10_400)); // more than four deviations
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1_000)]
    [InlineData((1 << 30) + 1)] // a quarter of the draws is thrown away here
    [InlineData(int.MaxValue)]
    public void NextInt32_AnyBound_StaysBelowItAndSpreadsEvenly(int bound)
    {
        var random = new Xoshiro256(7);
        int[] parts = new int[Math.Min(bound, 4)];
        for (int draw = 0; draw < 40_000; draw++)
        {
            int number = random.NextInt32(bound);
            Assert.InRange(number, 0, bound - 1);
            parts[(int)((long)number * parts.Length / bound)]++;
        }

        for (int part = 0; part < parts.Length; part++)
        {
            long first = ((long)part * bound + parts.Length - 1) / parts.Length;
            long next = ((part + 1L) * bound + parts.Length - 1) / parts.Length;
            double expected = 40_000.0 * (next - first) / bound;
            Assert.InRange(parts[part], expected - 450, expected + 450); // more than four deviations
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void NextInt32_BoundBelowOne_Throws(int bound)
        => Assert.Equal("bound", Assert.Throws<ArgumentOutOfRangeException>(() => new Xoshiro256(1).NextInt32(bound)).ParamName);

    [Fact]
    public void NextNormal_ManyDraws_HaveTheMomentsOfTheNormal()
    {
        var random = new Xoshiro256(20_260_331);
        const int Draws = 200_000;
        double[] powers = new double[5];
        for (int draw = 0; draw < Draws; draw++)
        {
            double number = random.NextNormal();
            Assert.InRange(number, -8.5, 8.5);
            for (int power = 1; power <= 4; power++)
            {
                powers[power] += Math.Pow(number, power) / Draws;
            }
        }

        Assert.InRange(powers[1], -0.01, 0.01);
        Assert.InRange(powers[2], 0.985, 1.015);
        Assert.InRange(powers[3], -0.05, 0.05);
        Assert.InRange(powers[4], 2.9, 3.1);
    }

    [Fact]
    public void Jump_GivesTheOldStreamAndMovesOn()
    {
        var random = new Xoshiro256(9);
        var twin = new Xoshiro256(9);
        Xoshiro256 first = random.Jump();
        Xoshiro256 second = random.Jump();
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(twin.NextUInt64(), first.NextUInt64()));
        Assert.NotEqual(first.NextUInt64(), second.NextUInt64());
        Assert.NotEqual(second.NextUInt64(), random.NextUInt64());
    }

    [Fact] // one step is a linear map of 256 bits; squaring it 128 times is 2^128 steps
    public void Jump_OfAnyState_IsTwoToThe128Steps()
    {
        ulong[][] steps = [.. Enumerable.Range(0, 256).Select(bit => Step(Unit(bit)))];
        for (int doubling = 0; doubling < 128; doubling++)
        {
            steps = [.. steps.Select(column => Apply(steps, column))];
        }

        ulong[] state = [1, 2, 3, 4];
        ulong[] jumped = Apply(steps, state);
        var random = new Xoshiro256(1, 2, 3, 4);
        random.Jump();
        var expected = new Xoshiro256(jumped[0], jumped[1], jumped[2], jumped[3]);
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(expected.NextUInt64(), random.NextUInt64()));
    }

    private static ulong[] Unit(int bit)
    {
        ulong[] state = new ulong[4];
        state[bit / 64] = 1UL << (bit % 64);
        return state;
    }

    private static ulong[] Step(ulong[] s)
    {
        ulong s2 = s[2] ^ s[0];
        ulong s3 = s[3] ^ s[1];
        return [s[0] ^ s3, s[1] ^ s2, s2 ^ (s[1] << 17), BitOperations.RotateLeft(s3, 45)];
    }

    private static ulong[] Apply(ulong[][] columns, ulong[] state)
    {
        ulong[] sum = new ulong[4];
        for (int bit = 0; bit < 256; bit++)
        {
            if ((state[bit / 64] >> (bit % 64) & 1) != 0)
            {
                for (int word = 0; word < 4; word++)
                {
                    sum[word] ^= columns[bit][word];
                }
            }
        }

        return sum;
    }
}
