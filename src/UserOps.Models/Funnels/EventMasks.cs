using System.Numerics;

namespace UserOps.Models.Funnels;

/// <summary>Which of up to 64 filters an event passes, as a mask; filters without a test are answered by the event's code alone.</summary>
internal sealed class EventMasks
{
    private readonly EventMatches[] _matches;
    private readonly ulong[] _certain;
    private readonly ulong[] _named;

    /// <param name="matches">The filters.</param>
    /// <param name="nameCount">The number of event names of the table.</param>
    internal EventMasks(EventMatches[] matches, int nameCount)
    {
        _matches = matches;
        _certain = new ulong[nameCount];
        _named = new ulong[nameCount];
        for (int filter = 0; filter < matches.Length; filter++)
        {
            for (int code = 0; code < nameCount; code++)
            {
                ulong bit = matches[filter].Codes[code] ? 1UL << filter : 0;
                _named[code] |= bit;
                _certain[code] |= matches[filter].Rows.IsEmpty ? bit : 0;
            }
        }
    }

    /// <summary>Gets the filters whose names take a code, by code.</summary>
    internal ReadOnlySpan<ulong> Named => _named;

    /// <summary>Gets a value indicating whether the code alone decides every filter.</summary>
    internal bool NeedNoTest => _matches.All(match => match.Rows.IsEmpty);

    /// <summary>Gets the filters an event passes.</summary>
    internal ulong Of(int code, int row)
    {
        ulong passed = _certain[code];
        for (ulong tested = _named[code] & ~passed; tested != 0; tested &= tested - 1)
        {
            int filter = BitOperations.TrailingZeroCount(tested);
            passed |= (_matches[filter].Rows[row >> 6] >> (row & 63) & 1) << filter;
        }

        return passed;
    }
}
