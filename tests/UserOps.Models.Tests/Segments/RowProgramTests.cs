using System.Numerics;

namespace UserOps.Models.Tests.Segments;

public class RowProgramTests
{
    [Theory]
    [InlineData(1, 1, 400)]
    [InlineData(2, 64, 400)]
    [InlineData(3, 65, 800)]
    [InlineData(4, 127, 800)]
    [InlineData(5, 200, 1_200)]
    public void Run_RandomTrees_AnswersAsRowByRow(long seed, int rows, int trees)
    {
        var random = new RandomRules(seed);
        RowTable table = random.Table(rows);
        UserOpsDataset data = table.ToUsers();
        for (int i = 0; i < trees; i++)
        {
            SegmentRule rule = random.Rule(depth: 5);
            RowTruth truth = RowProgram.Compile(rule, new ColumnRows(data.Users.Columns, rows), wantsUnknown: true).Run();
            RowTruth truthAlone = RowProgram.Compile(rule, new ColumnRows(data.Users.Columns, rows), wantsUnknown: false).Run();
            for (int row = 0; row < rows; row++)
            {
                bool? expected = TwinRule.Holds(rule, field => table.Value(row, field));
                Assert.True(expected == Answer(truth, row), $"row {row}: {expected} expected of {UserOpsJson.Serialize(rule)}");
                Assert.True((expected == true) == Bit(truthAlone.True, row), $"row {row}, true alone: {UserOpsJson.Serialize(rule)}");
            }

            Assert.Equal(Count(truth.True), Count(truth.True.AsSpan(0, BitKernels.WordsFor(rows)))); // nothing after the last row
            Assert.True((rows & 63) == 0 || truth.True[^1] >> rows == 0);
        }
    }

    [Fact]
    public void Run_SeveralBlocks_AnswersAsRowByRow()
    {
        const int Rows = (2 * SegmentDefaults.BlockRows) + 77;
        var random = new RandomRules(6);
        RowTable few = random.Table(50);

        // Long runs of one row, so that whole blocks are empty and skips are taken.
        var table = few with { Rows = [.. Enumerable.Range(0, Rows).Select(row => few.Rows[row / 3_000])] };
        UserOpsDataset data = table.ToUsers();
        int skipping = 0;
        for (int i = 0; i < 150; i++)
        {
            SegmentRule rule = random.Rule(depth: 4);
            RowProgram program = RowProgram.Compile(rule, new ColumnRows(data.Users.Columns, Rows), wantsUnknown: true);
            skipping += program.Instructions.Any(instruction => instruction.Operation == RowOperation.SkipIfNone) ? 1 : 0;
            RowTruth truth = program.Run();
            RowTruth twoThreads = program.Run(threads: 2);
            Assert.Equal(truth.True, twoThreads.True);
            Assert.Equal(truth.Unknown, twoThreads.Unknown);
            for (int row = 0; row < Rows; row += 499)
            {
                Assert.Equal(TwinRule.Holds(rule, field => table.Value(row, field)), Answer(truth, row));
            }
        }

        Assert.True(skipping > 10, $"only {skipping} of the programs skip");
    }

    [Fact]
    public void Run_LawsOfLogic_Hold()
    {
        const int Rows = 200;
        var random = new RandomRules(7);
        UserOpsDataset data = random.Table(Rows).ToUsers();
        for (int i = 0; i < 300; i++)
        {
            SegmentRule a = random.Rule(depth: 2);
            SegmentRule b = random.Rule(depth: 2);
            SegmentRule c = random.Rule(depth: 2);
            Same(data, a, a.Not().Not());
            Same(data, a.And(b).Not(), a.Not().Or(b.Not()));
            Same(data, a.Or(b).Not(), a.Not().And(b.Not()));
            Same(data, a.And(b).And(c), c.And(a).And(b));
            Same(data, a.Or(b).Or(c), c.Or(a).Or(b));
            Same(data, a.And(b.Or(c)), a.And(b).Or(a.And(c)));
            Same(data, a.WhenUnknown(true), a.Not().WhenUnknown(false).Not());
        }
    }

    [Fact]
    public void Compile_Negations_CostNoInstruction()
    {
        SegmentRule plain = Flag("active").And(Flag("adult"));
        SegmentRule negated = Flag("active").Not().Not().And(Flag("adult").Not());
        Assert.Equal(Compiled(plain).Instructions.Length, Compiled(negated).Instructions.Length);
    }

    [Fact]
    public void Compile_TwentyFlagsWithoutMissingValues_TakesOneInstructionEach()
    {
        SegmentRule rule = new AllOf { Args = [.. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? Flag("active") : Flag("active").Not())] }; // "active" has no missing row
        RowProgram program = Compiled(rule);
        Assert.Equal(19, program.Instructions.Length);
        Assert.Equal(1, program.Slots);
    }

    [Fact]
    public void Compile_FlagWithMissingValues_TakesNoInstructionForTheTruthAlone()
    {
        UserOpsDataset data = new RandomRules(9).Table(100).ToUsers();
        Assert.True(Column(data, "adult").MissingCount > 0);
        Assert.Empty(RowProgram.Compile(Flag("adult"), new ColumnRows(data.Users.Columns, 100), wantsUnknown: false).Instructions);
    }

    [Fact]
    public void Compile_DeepChains_NeedFewSlots()
    {
        var random = new RandomRules(8);
        for (int i = 0; i < 200; i++)
        {
            Assert.InRange(Compiled(random.Rule(depth: 6)).Slots, 0, 24);
        }
    }

    [Fact]
    public void Run_Cancelled_Throws()
    {
        RowProgram program = Compiled(Flag("active"));
        Assert.Throws<OperationCanceledException>(() => program.Run(cancellationToken: new CancellationToken(canceled: true)));
    }

    private static Column Column(UserOpsDataset data, string name) => data.Users.Columns.Single(column => column.Field.Name == name);

    private static SegmentRule Flag(string name) => Field.Flag(name).Is(true);

    private static RowProgram Compiled(SegmentRule rule)
    {
        UserOpsDataset data = new RandomRules(9).Table(100).ToUsers();
        return RowProgram.Compile(rule, new ColumnRows(data.Users.Columns, 100), wantsUnknown: true);
    }

    private static void Same(UserOpsDataset data, SegmentRule left, SegmentRule right)
    {
        var rows = new ColumnRows(data.Users.Columns, data.Directory.Count);
        RowTruth one = RowProgram.Compile(left, rows, wantsUnknown: true).Run();
        RowTruth other = RowProgram.Compile(right, rows, wantsUnknown: true).Run();
        Assert.Equal(one.True, other.True);
        for (int row = 0; row < rows.Count; row++)
        {
            Assert.Equal(Answer(one, row), Answer(other, row));
        }
    }

    private static bool? Answer(RowTruth truth, int row) => Bit(truth.True, row) ? true : truth.Unknown.Length > 0 && Bit(truth.Unknown, row) ? null : false;

    private static bool Bit(ulong[] words, int row) => (words[row >> 6] >> row & 1) != 0;

    private static int Count(ReadOnlySpan<ulong> words)
    {
        int bits = 0;
        foreach (ulong word in words)
        {
            bits += BitOperations.PopCount(word);
        }

        return bits;
    }
}
