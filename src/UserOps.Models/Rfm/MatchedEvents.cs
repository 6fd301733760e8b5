using System.Collections.Immutable;
using System.Numerics;

namespace UserOps.Models.Rfm;

/// <summary>A bit per event, set where a filter lets it pass, and the place of each among those that pass. Immutable.</summary>
internal sealed class MatchedEvents
{
    private const int WordsOfBlock = 1024;

    private readonly ulong[] _words;
    private readonly int[] _before;

    private MatchedEvents(ulong[] words)
    {
        _words = words;
        _before = new int[words.Length + 1];
        for (int i = 0; i < words.Length; i++)
        {
            _before[i + 1] = _before[i] + BitOperations.PopCount(words[i]);
        }
    }

    /// <summary>Gets how many events pass.</summary>
    internal int Count => _before[^1];

    /// <summary>Gets the bits: shape [ceil(events / 64)].</summary>
    internal ReadOnlySpan<ulong> Words => _words;

    /// <summary>Gets how many events pass before each word of bits: shape [words + 1].</summary>
    internal ReadOnlySpan<int> Before => _before;

    /// <summary>Finds the events of a table that pass a filter and none of the others.</summary>
    internal static MatchedEvents Of(EventTable events, EventMatches matches, ReadOnlySpan<MatchedEvents?> others, Workers workers)
    {
        ulong[] words = Words64(events, matches, workers);
        foreach (MatchedEvents? other in others)
        {
            if (other is not null)
            {
                BitKernels.Apply<AndNotOperation>(words, other._words, words);
            }
        }

        return new(words);
    }

    /// <summary>Says whether an event passes.</summary>
    internal bool Contains(int row) => (_words[row >> 6] >> (row & 63) & 1) != 0;

    /// <summary>Gets how many events pass before a row: the place it takes among them.</summary>
    /// <param name="row">0 to the number of events.</param>
    internal int PlaceOf(int row)
    {
        int word = row >> 6;
        return _before[word] + ((row & 63) == 0 ? 0 : BitOperations.PopCount(_words[word] & ((1UL << row) - 1)));
    }

    // Each filter has a loop of its own, so that no block of rows asks which kind of filter there is.
    private static ulong[] Words64(EventTable events, EventMatches matches, Workers workers)
    {
        var words = new ulong[BitKernels.WordsFor(events.Count)];
        byte[] narrow = events.HasWideCodes ? [] : [.. Counted(matches.Codes.ToImmutableArray()).Select(code => (byte)code)];
        workers.ForEachRange(words.Length, WordsOfBlock, (from, to) =>
        {
            Span<ulong> block = words.AsSpan(from, to - from);
            if (events.HasWideCodes)
            {
                Mask(new NamedRows<ushort>(events.WideCodes, matches.Codes, []), matches.Rows, from, events.Count, block);
            }
            else
            {
                Mask(new NamedRows<byte>(events.NarrowCodes, matches.Codes, narrow), matches.Rows, from, events.Count, block);
            }
        });
        return words;
    }

    private static void Mask<TNamed>(TNamed named, ReadOnlySpan<ulong> tested, int firstWord, int rows, Span<ulong> words)
        where TNamed : struct, IRowFilter, allows ref struct
    {
        for (int i = 0; i < words.Length; i++)
        {
            int first = (firstWord + i) << 6;
            words[i] = named.Mask(first, Math.Min(64, rows - first));
        }

        if (!tested.IsEmpty)
        {
            BitKernels.Apply<AndOperation>(words, tested.Slice(firstWord, words.Length), words);
        }
    }

    private static IEnumerable<int> Counted(ImmutableArray<bool> counts) => Enumerable.Range(0, counts.Length).Where(code => counts[code]);
}
