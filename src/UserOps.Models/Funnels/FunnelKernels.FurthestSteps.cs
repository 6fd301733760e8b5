using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace UserOps.Models.Funnels;

internal static partial class FunnelKernels
{
    private const int BlockRows = 2048;

    /// <summary>Finds the furthest step of every user of a range, for steps that share no event code.</summary>
    /// <param name="offsets">Shape [users + 1]; rows of user u are offsets[u] up to offsets[u + 1].</param>
    /// <param name="utcTicks">The instants of the whole log; ascending within each user. Trusted.</param>
    /// <param name="eventCodes">The event codes of the whole log.</param>
    /// <param name="steps">Which code fills which step.</param>
    /// <param name="windowTicks">Ticks allowed from the first step to the last, inclusive; at most <see cref="FunnelDefaults.NoLimit"/>.</param>
    /// <param name="asOfTicks">The last instant that is seen.</param>
    /// <param name="tied">Which users have two events at one instant; the others are spared the care.</param>
    /// <param name="furthest">Shape [users]; receives the number of steps completed.</param>
    /// <remarks>
    /// Hits are found 64 rows at a time and cost next to nothing; the work on each hit is all there is. So a hit updates the
    /// state with masks instead of jumps: what a user does next cannot be predicted.
    /// </remarks>
    internal static void FurthestSteps<TCode>(
        ReadOnlySpan<int> offsets,
        ReadOnlySpan<long> utcTicks,
        ReadOnlySpan<TCode> eventCodes,
        StepCodes<TCode> steps,
        long windowTicks,
        long asOfTicks,
        TiedUsers tied,
        Span<byte> furthest)
        where TCode : unmanaged, IBinaryInteger<TCode>, IUnsignedNumber<TCode>, IMinMaxValue<TCode>
    {
        Debug.Assert(offsets.Length == furthest.Length + 1, "one offset more than users");
        Debug.Assert(utcTicks.Length == eventCodes.Length && offsets[^1] <= utcTicks.Length, "offsets lie inside the columns");

        furthest.Clear();
        Span<int> hits = stackalloc int[BlockRows + HitSlack];
        Span<long> state = stackalloc long[FunnelDefaults.MaximumSteps + 1];
        state = state[..(steps.StepCount + 1)];
        state.Fill(NotReached);
        ulong reached = 0;
        var instant = new Instant(NotReached, 0);
        int user = 0;
        for (int row = offsets[0]; row < offsets[^1]; row += BlockRows)
        {
            int rows = Math.Min(BlockRows, offsets[^1] - row);
            ReadOnlySpan<TCode> codes = eventCodes.Slice(row, rows);
            ReadOnlySpan<long> ticks = utcTicks.Slice(row, rows);
            int found = CollectHits(codes, steps, hits);
            found = steps.Tests is null ? found : KeepPassed(codes, row, steps.Tests, hits[..found]);
            hits[found] = int.MaxValue; // ends every loop over hits
            int next = 0;
            while (true)
            {
                int end = Math.Min(offsets[user + 1] - row, rows);
                next = tied.Contains(user)
                    ? AdvanceWithTies(hits, next, end, ticks, codes, steps.StepOfCode, windowTicks, asOfTicks, state, ref instant, ref reached)
                    : Advance(hits, next, end, ticks, codes, steps.StepOfCode, windowTicks, asOfTicks, state, ref reached);
                if (offsets[user + 1] - row > rows)
                {
                    break; // the user goes on in the next block
                }

                furthest[user] = (byte)(64 - BitOperations.LeadingZeroCount(reached));
                state.Fill(NotReached);
                reached = 0;
                instant = new Instant(NotReached, 0);
                if (++user == furthest.Length)
                {
                    return;
                }
            }
        }
    }

    // state[s] is the latest start that completed s steps; state[0] is the event at hand, so that step 0 needs no case of its own.
    // Trusted: codes index a table with an entry for every value, steps are below the length of the state.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Advance<TCode>(
        ReadOnlySpan<int> hits,
        int next,
        int end,
        ReadOnlySpan<long> ticks,
        ReadOnlySpan<TCode> codes,
        ReadOnlySpan<byte> stepOfCode,
        long windowTicks,
        long asOfTicks,
        Span<long> state,
        ref ulong reached)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        ref int hit = ref MemoryMarshal.GetReference(hits);
        ref long tick = ref MemoryMarshal.GetReference(ticks);
        ref TCode code = ref MemoryMarshal.GetReference(codes);
        ref byte stepOf = ref MemoryMarshal.GetReference(stepOfCode);
        ref long start = ref MemoryMarshal.GetReference(state);
        ulong reachedHere = reached;
        for (int row = Unsafe.Add(ref hit, next); row < end; row = Unsafe.Add(ref hit, ++next))
        {
            long now = Unsafe.Add(ref tick, row);
            int step = Unsafe.Add(ref stepOf, int.CreateTruncating(Unsafe.Add(ref code, row)));
            start = now;
            reachedHere |= Take(ref start, step, now, windowTicks, asOfTicks);
        }

        reached = reachedHere;
        return next;
    }

    // Moves the chain that waits for a step behind it. Returns the step's bit; none where the chain is closed or the event not seen.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Take(ref long start, int step, long now, long windowTicks, long asOfTicks)
    {
        long from = Unsafe.Add(ref start, step);
        long old = Unsafe.Add(ref start, step + 1);
        // All ones where the chain is still open and the event is seen: both differences are then negative.
        long open = ((now - from - windowTicks - 1) & (now - asOfTicks - 1)) >> 63;
        Unsafe.Add(ref start, step + 1) = old ^ ((old ^ from) & open);
        return (ulong)(open & (1L << step));
    }
}
