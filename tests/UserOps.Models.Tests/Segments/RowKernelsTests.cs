namespace UserOps.Models.Tests.Segments;

/// <summary>Vector loops against the plainest loop there is, for every length from 0 to 300.</summary>
public class RowKernelsTests
{
    private const int Longest = 300;

    [Fact]
    public void InRange_EveryLength_AsTheScalar()
    {
        Check<byte>(random => (byte)random.NextInt32(256));
        Check<ushort>(random => (ushort)random.NextInt32(5));
        Check<int>(random => random.NextInt32(5) - 2);
        Check<long>(random => random.NextInt32(3) switch { 0 => long.MinValue, 1 => long.MaxValue, _ => random.NextInt32(5) });
        Check<double>(random => random.NextInt32(3) switch { 0 => -0.0, 1 => double.MaxValue, _ => random.NextInt32(5) / 4.0 });
    }

    [Fact]
    public void InSet_EveryLength_AsTheScalar()
    {
        var random = new Xoshiro256(1);
        for (int length = 0; length <= Longest; length++)
        {
            byte[] codes = [.. Enumerable.Range(0, length).Select(_ => (byte)random.NextInt32(256))];
            ulong[] set = [random.NextUInt64(), random.NextUInt64(), random.NextUInt64(), random.NextUInt64()];
            var words = Garbage(length);
            RowKernels.InSet(codes, set, words);
            ulong[] expected = Words(length, row => (set[codes[row] >> 6] >> codes[row] & 1) != 0);
            Assert.Equal(expected, words);

            // The way of a machine without wide lookups, which this one may not take by itself.
            words = Garbage(length);
            int done = RowKernels.InSetByHalves(codes, set, words);
            Assert.Equal(length / 64, done);
            Assert.Equal(expected[..done], words[..done]);
        }
    }

    [Fact]
    public void InSet_EveryCode_IsLookedUp()
    {
        byte[] codes = [.. Enumerable.Range(0, 256).Select(code => (byte)code)];
        for (int code = 0; code < 256; code++)
        {
            var set = new ulong[4];
            set[code >> 6] = 1UL << code;
            var words = new ulong[4];
            RowKernels.InSet(codes, set, words);
            Assert.Equal(set, words);
        }
    }

    [Fact]
    public void Gather_RowsWithoutReference_AreClear()
    {
        var random = new Xoshiro256(2);
        for (int length = 0; length <= Longest; length++)
        {
            ulong[] bits = [random.NextUInt64(), random.NextUInt64()];
            int[] rows = [.. Enumerable.Range(0, length).Select(_ => random.NextInt32(129) - 1)];
            var words = Garbage(length);
            RowKernels.Gather(rows, bits, words);
            Assert.Equal(Words(length, row => rows[row] >= 0 && (bits[rows[row] >> 6] >> rows[row] & 1) != 0), words);
        }
    }

    private static void Check<T>(Func<Xoshiro256, T> next)
        where T : struct, System.Numerics.INumber<T>
    {
        var random = new Xoshiro256(3);
        for (int length = 0; length <= Longest; length++)
        {
            T[] left = [.. Enumerable.Range(0, length).Select(_ => next(random))];
            T[] right = [.. Enumerable.Range(0, length).Select(_ => next(random))];
            (T low, T high) = (next(random), next(random));

            ulong[] inside = Words(length, row => left[row] >= low && left[row] <= high);
            var words = Garbage(length);
            RowKernels.InRange(left, low, high, words);
            Assert.Equal(inside, words);
            CheckWholeWords(inside, length, words => RowKernels.InRange512(left, low, high, words));
            CheckWholeWords(inside, length, words => RowKernels.InRange256(left, low, high, words));

            CheckComparison<Less, T>(left, right, (one, other) => one < other);
            CheckComparison<Same, T>(left, right, (one, other) => one == other);
        }
    }

    private static void CheckComparison<TComparison, T>(T[] left, T[] right, Func<T, T, bool> holds)
        where TComparison : struct, IRowComparison
        where T : struct, System.Numerics.INumber<T>
    {
        ulong[] expected = Words(left.Length, row => holds(left[row], right[row]));
        var words = Garbage(left.Length);
        RowKernels.Compare<TComparison, T>(left, right, words);
        Assert.Equal(expected, words);
        words = Garbage(left.Length);
        RowKernels.CompareScalar<TComparison, T>(left, right, words);
        Assert.Equal(expected, words);
        CheckWholeWords(expected, left.Length, words => RowKernels.Compare512<TComparison, T>(left, right, words));
        CheckWholeWords(expected, left.Length, words => RowKernels.Compare256<TComparison, T>(left, right, words));
    }

    /// <summary>Checks a loop of one width, which this machine may not take by itself: it does the whole words and leaves the rest alone.</summary>
    private static void CheckWholeWords(ulong[] expected, int rows, Func<ulong[], int> loop)
    {
        var words = Garbage(rows);
        int done = loop(words);
        Assert.Equal(rows / 64, done);
        Assert.Equal(expected[..done], words[..done]);
        Assert.All(words[done..], word => Assert.Equal(ulong.MaxValue, word));
    }

    private static ulong[] Garbage(int rows)
    {
        var words = new ulong[BitKernels.WordsFor(rows)];
        words.AsSpan().Fill(ulong.MaxValue);
        return words;
    }

    private static ulong[] Words(int rows, Func<int, bool> holds)
    {
        var words = new ulong[BitKernels.WordsFor(rows)];
        for (int row = 0; row < rows; row++)
        {
            words[row / 64] |= holds(row) ? 1UL << (row % 64) : 0;
        }

        return words;
    }
}
