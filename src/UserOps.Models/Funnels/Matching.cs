using System.Diagnostics;
using System.Numerics;

namespace UserOps.Models.Funnels;

/// <summary>Gives each of some takers a thing of its own, at most 64 of both; a step takes an event, or an event a step.</summary>
/// <remarks>
/// Grown by alternating paths (C. Berge, 1957): a taker without a free thing takes one from another taker that can find a
/// different one. Sets of takers that can be served form a matroid: the order in which they come does not change how many fit.
/// </remarks>
internal readonly ref struct Matching
{
    /// <summary>Marks what belongs to nobody.</summary>
    internal const byte None = byte.MaxValue;

    /// <summary>Length of both scratch spans.</summary>
    internal const int Size = 64;

    private readonly ReadOnlySpan<ulong> _wanted;
    private readonly Span<byte> _thingOf;
    private readonly Span<byte> _takerOf;

    /// <param name="wanted">Shape [takers]; bit j is set where the taker can use thing j. Read on each call, so it may still grow.</param>
    /// <param name="thingOf">Scratch, shape [<see cref="Size"/>].</param>
    /// <param name="takerOf">Scratch, shape [<see cref="Size"/>].</param>
    internal Matching(ReadOnlySpan<ulong> wanted, Span<byte> thingOf, Span<byte> takerOf)
    {
        _wanted = wanted;
        _thingOf = thingOf;
        _takerOf = takerOf;
        Clear();
    }

    /// <summary>Gets the thing a taker has, or <see cref="None"/>.</summary>
    internal int ThingOf(int taker) => _thingOf[taker];

    /// <summary>Gets the taker that has a thing, or <see cref="None"/>.</summary>
    internal int TakerOf(int thing) => _takerOf[thing];

    /// <summary>Takes everything back.</summary>
    internal void Clear()
    {
        _thingOf.Fill(None);
        _takerOf.Fill(None);
    }

    /// <summary>Takes a taker out; what it had is free again.</summary>
    internal void Remove(int taker)
    {
        if (_thingOf[taker] != None)
        {
            _takerOf[_thingOf[taker]] = None;
            _thingOf[taker] = None;
        }
    }

    /// <summary>Serves one more taker; those before keep a thing, perhaps another one.</summary>
    /// <returns>Whether there is a way; nothing changes where there is none.</returns>
    internal bool TryAdd(int taker)
    {
        Span<byte> askedBy = stackalloc byte[Size];
        int free = FindFree(taker, askedBy);
        if (free < 0)
        {
            return false;
        }

        Pass(free, taker, askedBy);
        return true;
    }

    // Searches, from a taker without a thing, along things that their takers could pass on, for a free one; -1 without.
    private int FindFree(int taker, Span<byte> askedBy)
    {
        Debug.Assert(_thingOf[taker] == None, "a taker is served once");

        ulong seen = 0;
        ulong asking = 1UL << taker;
        while (asking != 0)
        {
            int from = BitOperations.TrailingZeroCount(asking);
            asking &= asking - 1;
            for (ulong fresh = _wanted[from] & ~seen; fresh != 0; fresh &= fresh - 1)
            {
                int thing = BitOperations.TrailingZeroCount(fresh);
                seen |= 1UL << thing;
                askedBy[thing] = (byte)from;
                if (_takerOf[thing] == None)
                {
                    return thing;
                }

                asking |= 1UL << _takerOf[thing];
            }
        }

        return -1;
    }

    // Passes things on along the path that was found, up to the new taker.
    private void Pass(int free, int newTaker, ReadOnlySpan<byte> askedBy)
    {
        for (int thing = free; ;)
        {
            int taker = askedBy[thing];
            int before = _thingOf[taker];
            _thingOf[taker] = (byte)thing;
            _takerOf[thing] = (byte)taker;
            if (taker == newTaker)
            {
                return;
            }

            thing = before;
        }
    }
}
