using System.Numerics;

namespace UserOps.Models.Funnels;

/// <summary>One chain: when each step was matched and by which event.</summary>
internal sealed class Chain(int stepCount)
{
    /// <summary>The time of a step the chain does not hold: later than every instant, as the order of chains has it.</summary>
    internal const long Skipped = long.MaxValue;

    private readonly long[] _ticks = new long[stepCount];
    private readonly int[] _rows = new int[stepCount];

    /// <summary>Gets the position of the deepest step, 1-based, skipped ones included; unordered: the number of steps; 0 without a chain.</summary>
    internal int Depth { get; set; }

    /// <summary>Gets the instant of each step, or <see cref="Skipped"/>.</summary>
    internal Span<long> Ticks => _ticks;

    /// <summary>Gets the index in the table of each step's event, or -1.</summary>
    internal Span<int> Rows => _rows;

    /// <summary>Gets the steps the chain holds.</summary>
    internal ulong Held
    {
        get
        {
            ulong held = 0;
            for (int step = 0; step < Depth; step++)
            {
                held |= _ticks[step] == Skipped ? 0 : 1UL << step;
            }

            return held;
        }
    }

    internal void Clear()
    {
        Depth = 0;
        _ticks.AsSpan().Fill(Skipped);
        _rows.AsSpan().Fill(-1);
    }

    internal void Set(int step, long ticks, int row)
    {
        _ticks[step] = ticks;
        _rows[step] = row;
    }

    /// <summary>Ends the chain at its last step before an instant.</summary>
    internal void CutBefore(long ticks)
    {
        for (int step = 0; step < _ticks.Length; step++)
        {
            if (_ticks[step] >= ticks)
            {
                Set(step, Skipped, -1);
            }
        }

        while (Depth > 0 && _ticks[Depth - 1] == Skipped)
        {
            Depth--;
        }
    }

    internal void CopyFrom(Chain other)
    {
        Depth = other.Depth;
        other._ticks.CopyTo(_ticks, 0);
        other._rows.CopyTo(_rows, 0);
    }

    /// <summary>
    /// Says whether this chain is chosen over another: the deeper; then the earlier completion, the later start, more steps held; then, step
    /// by step, the earlier event.
    /// </summary>
    internal bool IsBefore(Chain other)
    {
        if (Depth != other.Depth || Depth == 0)
        {
            return Depth > other.Depth;
        }

        int order = _ticks[Depth - 1].CompareTo(other._ticks[Depth - 1]);
        order = order != 0 ? order : other._ticks[0].CompareTo(_ticks[0]);
        order = order != 0 ? order : BitOperations.PopCount(other.Held).CompareTo(BitOperations.PopCount(Held));
        return (order != 0 ? order : _ticks.AsSpan().SequenceCompareTo(other._ticks)) < 0;
    }

    /// <summary>The same for chains in any order: more steps, then the earlier completion, then the earlier times.</summary>
    internal bool IsBeforeInAnyOrder(Chain other)
    {
        if (Depth != other.Depth || Depth == 0)
        {
            return Depth > other.Depth;
        }

        int order = _ticks[Depth - 1].CompareTo(other._ticks[Depth - 1]);
        return (order != 0 ? order : _ticks.AsSpan().SequenceCompareTo(other._ticks)) < 0;
    }
}
