namespace UserOps.Models.Retention;

/// <summary>A list of instants that keeps its memory when cleared.</summary>
internal sealed class TickBuffer
{
    private long[] _ticks = new long[16];
    private int _count;

    internal ReadOnlySpan<long> Ticks => _ticks.AsSpan(0, _count);

    internal void Clear() => _count = 0;

    internal void Add(long ticks)
    {
        if (_count == _ticks.Length)
        {
            Array.Resize(ref _ticks, _count * 2);
        }

        _ticks[_count++] = ticks;
    }
}
