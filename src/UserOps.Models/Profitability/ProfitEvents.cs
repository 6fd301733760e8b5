using System.Collections.Immutable;
using System.Numerics;

namespace UserOps.Models.Profitability;

/// <summary>Counts and adds up the events of a user for all sources of a question in one pass.</summary>
internal sealed class ProfitEvents
{
    private readonly EventTable _events;
    private readonly ulong[] _sourcesOfCode;
    private readonly EventMatches[] _matches;
    private readonly AmountColumn?[] _amounts;
    private readonly long _fromTicks;
    private readonly long _asOfTicks;

    /// <param name="events">The log.</param>
    /// <param name="sources">Which events a source takes, and the amounts it adds up; no amounts for a source that counts. At most 64.</param>
    /// <param name="fromTicks">The first instant that counts.</param>
    /// <param name="asOfTicks">The last one.</param>
    internal ProfitEvents(EventTable events, ImmutableArray<(EventMatches Matches, AmountColumn? Amounts)> sources, long fromTicks, long asOfTicks)
    {
        _events = events;
        _matches = [.. sources.Select(source => source.Matches)];
        _amounts = [.. sources.Select(source => source.Amounts)];
        _fromTicks = fromTicks;
        _asOfTicks = asOfTicks;
        _sourcesOfCode = new ulong[events.Names.Length];
        for (int source = 0; source < _matches.Length; source++)
        {
            for (int code = 0; code < _sourcesOfCode.Length; code++)
            {
                _sourcesOfCode[code] |= _matches[source].Codes[code] ? 1UL << source : 0;
            }
        }
    }

    internal int Sources => _matches.Length;

    /// <summary>Gets the names no event of the data has, ordinal.</summary>
    internal ImmutableArray<string> UnknownNames
        => [.. _matches.SelectMany(match => match.UnknownNames).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Adds the events of a user to a cleared scratch.</summary>
    internal void Read(int user, ProfitScratch scratch)
    {
        if (_matches.Length == 0)
        {
            return;
        }

        int from = _events.Offsets[user];
        int to = _events.SeenEnd(from, _events.Offsets[user + 1], _asOfTicks);
        ReadOnlySpan<long> ticks = _events.UtcTicks;
        for (int row = from; row < to; row++)
        {
            ulong sources = ticks[row] >= _fromTicks ? _sourcesOfCode[_events.CodeAt(row)] : 0;
            for (; sources != 0; sources &= sources - 1)
            {
                Add(BitOperations.TrailingZeroCount(sources), row, scratch);
            }
        }
    }

    private void Add(int source, int row, ProfitScratch scratch)
    {
        ReadOnlySpan<ulong> rows = _matches[source].Rows;
        if (!rows.IsEmpty && (rows[row >> 6] >> (row & 63) & 1) == 0)
        {
            return;
        }

        scratch.Counts[source]++;
        if (_amounts[source] is not { } amounts)
        {
            return;
        }

        if (amounts.IsMissing(row))
        {
            scratch.WithoutAmount[source]++;
        }
        else
        {
            scratch.Units[source] += amounts.Units[row];
        }
    }
}
