using System.Numerics;
using System.Runtime.Intrinsics;
using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Funnels;

public sealed class FunnelKernelsTests
{
    private const int StepCount = 4;

    [Theory] // one event a minute, a letter per step, '.' outside the funnel; the window is 3 minutes
    [InlineData("ABC", 3)]
    [InlineData("A..BC", 2)] // C arrives in minute 4
    [InlineData("A.ABC", 3)] // a second start opens a new window
    [InlineData("ACB", 2)]   // C before B does not count
    [InlineData("BC", 0)]
    [InlineData("ABAC", 3)]  // the second A must not destroy the chain of the first
    [InlineData("", 0)]
    public void CompletedSteps_OrderAndWindow_FollowTheDefinition(string journey, int expected)
    {
        long[] instants = [.. Enumerable.Range(0, journey.Length).Select(minute => minute * TimeSpan.TicksPerMinute)];
        ulong[] steps = [.. journey.Select(letter => letter == '.' ? 0UL : 1UL << (letter - 'A'))];
        long window = 3 * TimeSpan.TicksPerMinute;

        Assert.Equal(expected, FunnelKernels.CompletedSteps(instants, steps, window, new long[3]));
        Assert.Equal(expected, FunnelKernels.CompletedStepsWithTies(instants, steps, window, new long[3]));
    }

    [Theory] // '|' separates instants, ',' events of one instant; letters of one event: the steps it may fill
    [InlineData("B,A", 2)]       // arrival decides nothing
    [InlineData("AB", 1)]        // one event, one step
    [InlineData("AB,AB", 2)]
    [InlineData("AB,A,C", 3)]    // the event that only fills A must be the A
    [InlineData("ABC,AB,A", 3)]
    [InlineData("AB|BC|C", 3)]
    [InlineData("A|BC,B|C", 3)]
    [InlineData("A|CD,C,B", 4)]  // two of one instant for two steps, whichever fits
    [InlineData("C,B|A", 1)]
    public void CompletedStepsWithTies_OneInstant_GoesAsFarAsAnyOrderAllows(string journey, int expected)
    {
        (long[] instants, ulong[] steps) = Parse(journey);

        Assert.Equal(expected, FunnelKernels.CompletedStepsWithTies(instants, steps, FunnelDefaults.NoLimit, new long[StepCount]));
    }

    [Fact]
    public void CompletedStepsWithTies_RandomOverlaps_EqualsTheEnumerationOfChains()
    {
        var random = new Random(20260322);
        for (int run = 0; run < 20_000; run++)
        {
            int events = random.Next(0, 8);
            long[] instants = [.. Enumerable.Range(0, events).Select(_ => (long)random.Next(0, 4)).Order()];
            ulong[] steps = [.. Enumerable.Range(0, events).Select(_ => (ulong)random.Next(0, 1 << StepCount))];
            long window = random.Next(0, 5);

            int expected = DeepestChain(instants, steps, window);

            Assert.Equal(expected, FunnelKernels.CompletedStepsWithTies(instants, steps, window, new long[StepCount]));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FurthestSteps_AnyLengthOfUser_EqualsTheKernelOfOneUser(bool withTies)
    {
        var random = new Random(7);
        // Every length up to a few vectors, and one that spans several blocks.
        int[] lengths = [.. Enumerable.Range(0, 257), 0, 5_001, 0, 1, 3_000, 0];
        int[] offsets = new int[lengths.Length + 1];
        for (int user = 0; user < lengths.Length; user++)
        {
            offsets[user + 1] = offsets[user] + lengths[user];
        }

        long[] instants = new long[offsets[^1]];
        byte[] codes = new byte[offsets[^1]];
        for (int user = 0; user < lengths.Length; user++)
        {
            long now = 1_000;
            for (int row = offsets[user]; row < offsets[user + 1]; row++)
            {
                instants[row] = now += withTies && user % 3 > 0 ? random.Next(0, 3) : random.Next(1, 9);
                codes[row] = (byte)random.Next(0, 12);
            }
        }

        byte[] stepOfCode = [.. Enumerable.Range(0, 12).Select(code => code is 1 or 3 or 5 or 8 ? (byte)(code / 2 % 4) : StepCodes<byte>.NoStep)];
        foreach (long asOf in new[] { long.MaxValue / 2, 1_000L + 300 })
        {
            byte[] expected = Reference(offsets, instants, codes, stepOfCode, 40, asOf);
            byte[] narrow = new byte[lengths.Length];
            byte[] wide = new byte[lengths.Length];

            var tied = new TiedUsers(UsersWithTies(offsets, instants), 0);
            FunnelKernels.FurthestSteps(offsets, instants, codes, new StepCodes<byte>(stepOfCode, StepCount), 40, asOf, tied, narrow);
            FunnelKernels.FurthestSteps<ushort>(
                offsets, instants, [.. codes], new StepCodes<ushort>(stepOfCode, StepCount), 40, asOf, tied, wide);

            Assert.Equal(expected, narrow);
            Assert.Equal(expected, wide);
        }
    }

    [Fact]
    public void FurthestSteps_PartOfTheUsers_ReadsOnlyTheirRows()
    {
        long[] instants = [0, 1, 0, 1, 0, 1];
        byte[] codes = [0, 1, 0, 0, 0, 1];
        byte[] furthest = new byte[1];

        FunnelKernels.FurthestSteps<byte>([2, 4], instants, codes, new StepCodes<byte>([0, 1], 2), 10, 100, default, furthest);

        Assert.Equal([1], furthest);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(40)] // more codes than are compared one by one
    public void CollectHits_AnyLength_EqualsTheLookUpRowByRow(int codeCount)
    {
        byte[] stepOfCode = new byte[64];
        Array.Fill(stepOfCode, StepCodes<byte>.NoStep);
        for (int code = 0; code < codeCount; code++)
        {
            stepOfCode[code * 3 % 64] = (byte)(code % StepCount);
        }

        var steps = new StepCodes<byte>(stepOfCode, StepCount);
        var random = new Random(3);
        for (int length = 0; length <= 300; length++)
        {
            byte[] codes = [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next(0, 64))];
            int[] hits = new int[length + 64];
            int found = FunnelKernels.CollectHits(codes, steps, hits);

            Assert.Equal(Enumerable.Range(0, length).Where(row => stepOfCode[codes[row]] != StepCodes<byte>.NoStep), hits[..found]);
        }
    }

    [Fact] // on any machine: without the instructions the vectors are emulated, and give the same
    public void CollectCompared_BothCodes_EqualsTheLookUpRowByRow()
    {
        byte[] stepOfCode = [.. Enumerable.Range(0, 32).Select(code => code % 5 == 0 ? (byte)(code % StepCount) : StepCodes<byte>.NoStep)];
        var random = new Random(11);
        for (int length = 0; length <= 300; length++)
        {
            byte[] codes = [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next(0, 32))];
            AssertEqualsLookUp(codes, new StepCodes<byte>(stepOfCode, StepCount));
            AssertEqualsLookUp<ushort>([.. codes], new StepCodes<ushort>(stepOfCode, StepCount));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FurthestSteps_BothCodes_AllocatesNothing(bool withTies)
    {
        int[] offsets = [0, 5_000, 5_000, 10_000];
        long[] instants = [.. Enumerable.Range(0, 10_000).Select(row => (long)(row % 5_000 / (withTies ? 3 : 1)))];
        byte[] codes = [.. Enumerable.Range(0, 10_000).Select(row => (byte)(row * 7 % 12))];
        ushort[] wideCodes = [.. codes];
        ulong[] tiedUsers = UsersWithTies(offsets, instants);
        var steps = new StepCodes<byte>([0, 1, 2, 3], StepCount);
        var wideSteps = new StepCodes<ushort>([0, 1, 2, 3], StepCount);
        byte[] furthest = new byte[3];
        void Run()
        {
            FunnelKernels.FurthestSteps(offsets, instants, codes, steps, 40, 10_000, new TiedUsers(tiedUsers, 0), furthest);
            FunnelKernels.FurthestSteps(offsets, instants, wideCodes, wideSteps, 40, 10_000, new TiedUsers(tiedUsers, 0), furthest);
        }

        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20; i++)
        {
            Run();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal([4, 0, 4], furthest);
    }

    [Fact]
    public void CompletedSteps_SixtyFourSteps_CountsThemAll()
    {
        long[] instants = [.. Enumerable.Range(0, 64).Select(i => (long)i)];
        ulong[] steps = [.. Enumerable.Range(0, 64).Select(i => 1UL << i)];
        byte[] codes = [.. Enumerable.Range(0, 64).Select(i => (byte)i)];
        byte[] backwards = [.. codes.Reverse()];
        byte[] furthest = new byte[1];

        Assert.Equal(64, FunnelKernels.CompletedSteps(instants, steps, FunnelDefaults.NoLimit, new long[64]));
        Assert.Equal(64, FunnelKernels.CompletedStepsWithTies(new long[64], [.. steps.Reverse()], 0, new long[64]));
        FunnelKernels.FurthestSteps([0, 64], instants, codes, new StepCodes<byte>(codes, 64), FunnelDefaults.NoLimit, 100, default, furthest);
        Assert.Equal(64, furthest[0]);
        FunnelKernels.FurthestSteps([0, 64], new long[64], backwards, new StepCodes<byte>(codes, 64), 0, 100, new TiedUsers([1], 0), furthest);
        Assert.Equal(64, furthest[0]);
    }

    [Fact]
    public void CompletedSteps_WarmedUp_AllocatesNothing()
    {
        long[] instants = [0, 0, 1, 1, 2];
        ulong[] steps = [1, 3, 7, 12, 8];
        long[] scratch = new long[StepCount];
        FunnelKernels.CompletedSteps(instants, steps, 5, scratch);
        FunnelKernels.CompletedStepsWithTies(instants, steps, 5, scratch);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            FunnelKernels.CompletedSteps(instants, steps, 5, scratch);
            FunnelKernels.CompletedStepsWithTies(instants, steps, 5, scratch);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void AssertEqualsLookUp<TCode>(TCode[] codes, StepCodes<TCode> steps)
        where TCode : unmanaged, IBinaryInteger<TCode>, IUnsignedNumber<TCode>, IMinMaxValue<TCode>
    {
        int[] expected = new int[codes.Length + 64];
        int[] hits = new int[codes.Length + 64];
        int count = FunnelKernels.CollectLookedUp(codes, 0, steps.StepOfCode, expected, 0);
        int found = 0;
        int read = FunnelKernels.CollectCompared(codes, steps.Codes, hits, ref found);

        Assert.Equal(codes.Length - (codes.Length % Vector512<TCode>.Count), read); // whole vectors; the tail is looked up
        Assert.Equal(expected[..count].Where(row => row < read), hits[..found]);
    }

    private static byte[] Reference(int[] offsets, long[] instants, byte[] codes, byte[] stepOfCode, long window, long asOf)
    {
        byte[] furthest = new byte[offsets.Length - 1];
        for (int user = 0; user < furthest.Length; user++)
        {
            int[] rows = [.. Enumerable.Range(offsets[user], offsets[user + 1] - offsets[user]).Where(row => instants[row] <= asOf)];
            ulong[] steps = [.. rows.Select(row => stepOfCode[codes[row]] is var step && step < StepCount ? 1UL << step : 0)];
            long[] times = [.. rows.Select(row => instants[row])];
            furthest[user] = (byte)FunnelKernels.CompletedStepsWithTies(times, steps, window, new long[StepCount]);
        }

        return furthest;
    }

    private static ulong[] UsersWithTies(int[] offsets, long[] instants)
    {
        ulong[] words = new ulong[(offsets.Length + 62) / 64];
        for (int user = 0; user < offsets.Length - 1; user++)
        {
            for (int row = offsets[user] + 1; row < offsets[user + 1]; row++)
            {
                words[user >> 6] |= instants[row] == instants[row - 1] ? 1UL << (user & 63) : 0;
            }
        }

        return words;
    }

    // Every chain, step by step: slow and plain.
    private static int DeepestChain(long[] instants, ulong[] steps, long window)
    {
        int deepest = 0;
        void Extend(int step, long start, long last, int used)
        {
            deepest = Math.Max(deepest, step);
            for (int i = 0; step < StepCount && i < instants.Length; i++)
            {
                long from = step == 0 ? instants[i] : start;
                if ((used & (1 << i)) == 0 && ((steps[i] >> step) & 1) != 0 && instants[i] >= last && instants[i] - from <= window)
                {
                    Extend(step + 1, from, instants[i], used | (1 << i));
                }
            }
        }

        Extend(0, 0, long.MinValue, 0);
        return deepest;
    }

    private static (long[] Instants, ulong[] Steps) Parse(string journey)
    {
        var events = journey.Split('|')
            .SelectMany((instant, at) => instant.Split(',').Select(letters => (At: (long)at, Steps: letters.Aggregate(0UL, (mask, letter) => mask | (1UL << (letter - 'A'))))))
            .ToArray();
        return ([.. events.Select(e => e.At)], [.. events.Select(e => e.Steps)]);
    }
}
