using UserOps.Models.Lifecycle;

namespace UserOps.Models.Tests.Lifecycle;

/// <summary>The kernels against plain loops, over all short lengths.</summary>
public class LifecycleKernelsTests
{
    [Fact]
    public void Kernels_AnyLength_AgreeWithPlainLoops()
    {
        var random = new Xoshiro256(31);
        for (int users = 0; users <= 200; users++)
        {
            byte[] codes = [.. Enumerable.Range(0, users).Select(_ => RandomCode(random))];
            byte[] before = [.. codes[..random.NextInt32(users + 1)].Select(_ => RandomCode(random))];
            bool[] chosen = [.. Enumerable.Range(0, users).Select(user => user < 128 || random.NextInt32(2) == 0)]; // whole words of users as well

            byte[] placed = [.. codes];
            LifecycleKernels.Place(Words(chosen), 7, placed);
            Assert.Equal(codes.Select((code, user) => chosen[user] ? (byte)7 : code), placed);

            (long[] counts, long[] uncertain) = (new long[256], new long[256]);
            LifecycleKernels.Count(codes, Words(chosen), counts, uncertain);
            Assert.Equal(Enumerable.Range(0, 256).Select(code => (long)codes.Count(own => own == code)), counts);
            Assert.Equal(Enumerable.Range(0, 256).Select(code => (long)codes.Where((own, user) => own == code && chosen[user]).Count()), uncertain);

            var pairs = new long[256 * 256];
            LifecycleKernels.CountPairs(before, codes, pairs);
            var expected = new long[256 * 256];
            for (int user = 0; user < users; user++)
            {
                expected[((user < before.Length ? before[user] : LifecycleDefaults.Absent) * 256) + codes[user]]++;
            }

            Assert.Equal(expected, pairs);

            var marked = new ulong[BitKernels.WordsFor(users)];
            LifecycleKernels.Mark(codes, 1, marked);
            Assert.Equal(Words([.. codes.Select(code => code == 1)]), marked);
        }
    }

    [Fact]
    public void Kernels_ManyUsers_AllocateNothing()
    {
        (byte[] codes, ulong[] words, long[] counts, long[] more, long[] pairs) = (new byte[1_000], new ulong[16], new long[256], new long[256], new long[256 * 256]);
        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Run()
        {
            LifecycleKernels.Place(words, 1, codes);
            LifecycleKernels.Count(codes, words, counts, more);
            LifecycleKernels.CountPairs(codes, codes, pairs);
            LifecycleKernels.Mark(codes, 1, words);
        }
    }

    [Theory] // two numbers | their sum, digits after the point as few as needed
    [InlineData("1.50", "2.5", "4")]
    [InlineData("-0.1", "0.10", "0")]
    [InlineData("79228162514264337593543950335", "0", "79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335", "79228162514264337593543950334", "-1")]
    [InlineData("0.0000000000000000000000000001", "1", "1.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335", "1", null)]
    [InlineData("79228162514264337593543950335", "0.1", null)] // decimals would round this away
    public void ExactTotal_TwoNumbers_AddUpOrAreRefused(string a, string b, string? expected)
    {
        decimal Parse(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        if (expected is null)
        {
            Assert.Throws<OverflowException>(() => ExactTotal.Of(Parse(a), Parse(b)));
        }
        else
        {
            Assert.Equal(expected, ExactTotal.Of(Parse(a), Parse(b)).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static byte RandomCode(Xoshiro256 random) => random.NextInt32(5) switch
    {
        0 => LifecycleDefaults.Absent,
        1 => LifecycleDefaults.Unassigned,
        int stage => (byte)(stage - 2),
    };

    private static ulong[] Words(bool[] bits)
    {
        var words = new ulong[BitKernels.WordsFor(bits.Length)];
        for (int i = 0; i < bits.Length; i++)
        {
            words[i >> 6] |= (bits[i] ? 1UL : 0) << i;
        }

        return words;
    }
}
