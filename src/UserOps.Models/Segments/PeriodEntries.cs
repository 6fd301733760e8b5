using System.Buffers;

namespace UserOps.Models;

/// <summary>Periods of users under construction: memory on loan, filled from the front. To be disposed of once.</summary>
internal ref struct PeriodEntries
{
    private readonly int[] _numbers;
    private readonly int[] _firsts;

    /// <param name="most">How many entries there can be.</param>
    internal PeriodEntries(int most)
    {
        _numbers = ArrayPool<int>.Shared.Rent(most + 1);
        _firsts = ArrayPool<int>.Shared.Rent(most + 1);
    }

    /// <summary>Gets the room for the number of each period.</summary>
    internal readonly Span<int> Numbers => _numbers;

    /// <summary>Gets the room for the position of each period's first event among those that count.</summary>
    internal readonly Span<int> Firsts => _firsts;

    /// <summary>Gets or sets how many entries there are.</summary>
    internal int Count { get; set; }

    /// <summary>Gets or sets how many events counted.</summary>
    internal int Counted { get; set; }

    internal readonly void Dispose()
    {
        ArrayPool<int>.Shared.Return(_numbers);
        ArrayPool<int>.Shared.Return(_firsts);
    }
}
