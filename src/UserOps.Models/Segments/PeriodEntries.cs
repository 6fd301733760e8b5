using System.Buffers;

namespace UserOps.Models;

/// <summary>Periods of users under construction, filled from the front by one thread; memory on loan, to be disposed of once.</summary>
internal sealed class PeriodEntries : IDisposable
{
    // Kernels write some places more than they keep.
    private const int Slack = 64;

    private int[] _numbers = [];
    private int[] _firsts = [];

    /// <summary>Gets the room for the number of each period.</summary>
    internal Span<int> Numbers => _numbers;

    /// <summary>Gets the room for the position of each period's first event among those that count, later for the number of its events.</summary>
    internal Span<int> Firsts => _firsts;

    /// <summary>Gets or sets how many entries there are.</summary>
    internal int Count { get; set; }

    /// <summary>Gets or sets how many events counted.</summary>
    internal int Counted { get; set; }

    /// <summary>Makes room for so many entries more, and some that are written but not kept.</summary>
    internal void Reserve(int more)
    {
        Grow(ref _numbers, more);
        Grow(ref _firsts, more);
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_numbers);
        ArrayPool<int>.Shared.Return(_firsts);
        (_numbers, _firsts) = ([], []);
    }

    private void Grow(ref int[] places, int more)
    {
        if (places.Length - Count >= more + Slack)
        {
            return;
        }

        int[] larger = ArrayPool<int>.Shared.Rent((int)Math.Min(2L * Count + more + Slack, Array.MaxLength));
        places.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<int>.Shared.Return(places);
        places = larger;
    }
}
