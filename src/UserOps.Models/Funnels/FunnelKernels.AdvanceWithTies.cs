using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace UserOps.Models.Funnels;

internal static partial class FunnelKernels
{
    // As Advance; when a step is done at an instant that already saw the steps after it, those may now follow it, whatever the order
    // in which they arrived. Steps share no code, so each of them has an event of its own.
    private static int AdvanceWithTies<TCode>(
        ReadOnlySpan<int> hits,
        int next,
        int end,
        ReadOnlySpan<long> ticks,
        ReadOnlySpan<TCode> codes,
        ReadOnlySpan<byte> stepOfCode,
        long windowTicks,
        long asOfTicks,
        Span<long> state,
        ref Instant instant,
        ref ulong reached)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        ref int hit = ref MemoryMarshal.GetReference(hits);
        ref long tick = ref MemoryMarshal.GetReference(ticks);
        ref TCode code = ref MemoryMarshal.GetReference(codes);
        ref byte stepOf = ref MemoryMarshal.GetReference(stepOfCode);
        ref long start = ref MemoryMarshal.GetReference(state);
        long lastTick = instant.UtcTicks;
        ulong seen = instant.StepsSeen;
        ulong reachedHere = reached;
        for (int row = Unsafe.Add(ref hit, next); row < end; row = Unsafe.Add(ref hit, ++next))
        {
            long now = Unsafe.Add(ref tick, row);
            int step = Unsafe.Add(ref stepOf, int.CreateTruncating(Unsafe.Add(ref code, row)));
            long same = ((lastTick - now) >> 63) + 1; // 1 at the instant of the hit before, else 0: instants ascend
            seen = (seen & (ulong)-same) | (1UL << step);
            lastTick = now;
            start = now;
            do
            {
                reachedHere |= Take(ref start, step, now, windowTicks, asOfTicks);
                step++;
            }
            while (((seen >> step) & (ulong)(step - FunnelDefaults.MaximumSteps >> 31) & 1) != 0); // a shift by 64 would wrap around
        }

        instant = new Instant(lastTick, seen);
        reached = reachedHere;
        return next;
    }

    /// <summary>The last instant with a hit and the steps seen at it.</summary>
    private readonly record struct Instant(long UtcTicks, ulong StepsSeen);
}
