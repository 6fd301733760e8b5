namespace UserOps.Models.Funnels;

/// <summary>The chains that reached one step, as far as any of them can still matter: when each started and when it matched the step.</summary>
/// <remarks>
/// A later start closes later and a later match leaves more time for the next step, so a chain that is not later in either is of no use.
/// What remains is kept with starts descending and matches ascending. Without limits between steps the match does not matter
/// and one chain remains: the latest start.
/// </remarks>
internal sealed class StartFrontier
{
    private long[] _starts = new long[4];
    private long[] _matched = new long[4];
    private int _count;

    internal void Clear() => _count = 0;

    /// <summary>Adds a chain whose last match is not earlier than those of all chains before.</summary>
    /// <param name="start">Its start.</param>
    /// <param name="matched">The instant of its last match.</param>
    /// <param name="matchMatters">Whether there are limits between steps.</param>
    internal void Push(long start, long matched, bool matchMatters)
    {
        while (_count > 0 && _starts[_count - 1] <= start)
        {
            _count--;
        }

        if (_count > 0 && !matchMatters)
        {
            return;
        }

        if (_count == _starts.Length)
        {
            Array.Resize(ref _starts, _count * 2);
            Array.Resize(ref _matched, _count * 2);
        }

        _starts[_count] = start;
        _matched[_count] = matched;
        _count++;
    }

    /// <summary>Finds the latest start whose last match is not older than an instant.</summary>
    /// <returns>The start, or <see cref="FunnelKernels.NotReached"/>.</returns>
    internal long LatestStart(long oldestMatch)
    {
        int low = 0;
        int high = _count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_matched[middle] < oldestMatch)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < _count ? _starts[low] : FunnelKernels.NotReached;
    }
}
