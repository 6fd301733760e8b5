using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>A rule as three-address code over bitmaps, run block by block so that everything between columns and answer stays in the cache.</summary>
/// <remarks>Immutable and shared freely; each thread brings its own scratch. Blocks are disjoint, so no answer depends on the number of threads.</remarks>
internal sealed class RowProgram(
    int rows,
    ImmutableArray<RowInstruction> instructions,
    ImmutableArray<ResidentBits> residents,
    ImmutableArray<ScannedBits> scans,
    int slots,
    Planes answer)
{
    /// <summary>Gets the instructions; tests look at them.</summary>
    internal ImmutableArray<RowInstruction> Instructions => instructions;

    /// <summary>Gets the number of scratch bitmaps a thread needs.</summary>
    internal int Slots => slots;

    /// <summary>Compiles a rule.</summary>
    /// <param name="rule">Checked by itself and against the fields of the rows.</param>
    /// <param name="source">The rows.</param>
    /// <param name="wantsUnknown">Whether the unknown rows are asked for as well.</param>
    internal static RowProgram Compile(SegmentRule rule, RowSource source, bool wantsUnknown)
        => RowCompiler.Compile(RowPlan.Of(rule, source), source.Count, wantsUnknown);

    /// <summary>Compiles one test.</summary>
    internal static RowProgram Compile(RowTest test, int rows) => RowCompiler.Compile(new TestPlan(test), rows, wantsUnknown: false);

    /// <summary>Runs all blocks.</summary>
    /// <param name="threads">How many blocks at a time.</param>
    /// <param name="done">Told after each block how many rows it had; called from any thread.</param>
    /// <param name="cancellationToken">Checked per block.</param>
    /// <returns>The rows where the rule is true and, if they were asked for, where it is unknown; disjoint.</returns>
    internal RowTruth Run(int threads = 1, Action<int>? done = null, CancellationToken cancellationToken = default)
    {
        var truth = new RowTruth(new ulong[BitKernels.WordsFor(rows)], new ulong[answer.AreOne ? 0 : BitKernels.WordsFor(rows)]);
        int blocks = (truth.True.Length + SegmentDefaults.BlockWords - 1) / SegmentDefaults.BlockWords;
        new Workers(threads, cancellationToken).ForEach(blocks, NewScratch, (block, scratch) => RunBlock(block, scratch, truth, done));
        BitKernels.ClearAfter(rows, truth.True);
        if (truth.Unknown.Length > 0)
        {
            BitKernels.ClearAfter(rows, truth.Unknown);
        }

        return truth;
    }

    private ulong[] NewScratch() => new ulong[slots * SegmentDefaults.BlockWords];

    private void RunBlock(int block, Span<ulong> scratch, RowTruth truth, Action<int>? done)
    {
        int firstWord = block * SegmentDefaults.BlockWords;
        int words = Math.Min(SegmentDefaults.BlockWords, truth.True.Length - firstWord);
        int rowsHere = Math.Min(words << 6, rows - (firstWord << 6));
        for (int next = 0; next < instructions.Length;)
        {
            RowInstruction instruction = instructions[next++];
            if (instruction.Operation != RowOperation.SkipIfNone)
            {
                Execute(instruction, firstWord, words, rowsHere, scratch);
            }
            else if (!Operand(instruction.Left, firstWord, words, scratch).ContainsAnyExcept(0UL))
            {
                next = instruction.Target;
            }
        }

        Write(answer.True, firstWord, words, scratch, truth.True.AsSpan(firstWord, words));
        if (truth.Unknown.Length > 0)
        {
            Span<ulong> unknown = truth.Unknown.AsSpan(firstWord, words);
            Write(answer.Possible, firstWord, words, scratch, unknown);
            BitKernels.Apply<AndNotOperation>(unknown, truth.True.AsSpan(firstWord, words), unknown);
        }

        done?.Invoke(rowsHere);
    }

    private void Execute(RowInstruction instruction, int firstWord, int words, int rowsHere, Span<ulong> scratch)
    {
        Span<ulong> target = scratch.Slice(instruction.Target * SegmentDefaults.BlockWords, words);
        if (instruction.Operation == RowOperation.Scan)
        {
            scans[instruction.Left].Scan(firstWord << 6, rowsHere, target);
            return;
        }

        ReadOnlySpan<ulong> left = Operand(instruction.Left, firstWord, words, scratch);
        ReadOnlySpan<ulong> right = Operand(instruction.Right, firstWord, words, scratch);
        switch (instruction.Operation)
        {
            case RowOperation.And:
                BitKernels.Apply<AndOperation>(left, right, target);
                break;
            case RowOperation.AndNot:
                BitKernels.Apply<AndNotOperation>(left, right, target);
                break;
            default:
                BitKernels.Apply<NorOperation>(left, right, target);
                break;
        }
    }

    private void Write(BitRef bits, int firstWord, int words, ReadOnlySpan<ulong> scratch, Span<ulong> target)
    {
        if (bits.IsConstant)
        {
            target.Fill(bits.Complemented ? ulong.MaxValue : 0);
            return;
        }

        ReadOnlySpan<ulong> source = Operand(bits.Operand, firstWord, words, scratch);
        if (bits.Complemented)
        {
            BitKernels.Apply<NorOperation>(source, source, target);
        }
        else
        {
            source.CopyTo(target);
        }
    }

    private ReadOnlySpan<ulong> Operand(int operand, int firstWord, int words, ReadOnlySpan<ulong> scratch) => operand >= 0
        ? scratch.Slice(operand * SegmentDefaults.BlockWords, words)
        : residents[~operand].Words.Slice(firstWord, words);
}
