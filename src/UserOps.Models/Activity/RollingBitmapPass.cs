using System.Buffers;
using System.Numerics.Tensors;

namespace UserOps.Models.Activity;

/// <summary>Counts the users active in the last n days, for every day, with three operations a day whatever n is.</summary>
/// <remarks>
/// Days are cut into blocks of n. A window is the end of one block and the beginning of the next, so it is the union of a suffix of the one and a
/// prefix of the other, and those grow day by day (M. van Herk, Pattern Recognition Letters 13, 1992, 517-521).
/// </remarks>
internal sealed class RollingBitmapPass(DayBitmaps days, Workers workers)
{
    private const int FewestWords = 64;

    /// <summary>Counts the users of all windows.</summary>
    /// <param name="window">How many days a window has.</param>
    /// <param name="firstDay">The day number with which the first window ends.</param>
    /// <param name="count">How many windows; each ends a day after the one before.</param>
    /// <returns>Shape [windows].</returns>
    internal long[] Count(int window, int firstDay, int count)
    {
        int tileWords = Math.Clamp(ActivityDefaults.RollingWords / window, FewestWords, ActivityDefaults.TileWords);
        int tiles = (days.Words + tileWords - 1) / tileWords;
        return workers.Sum(
            tiles,
            () => new long[count],
            (tile, counts) => CountTile(window, firstDay, tile * tileWords, Math.Min(tileWords, days.Words - (tile * tileWords)), counts),
            (all, part) => TensorPrimitives.Add<long>(all, part, all));
    }

    private void CountTile(int window, int firstDay, int from, int words, long[] counts)
    {
        ulong[] room = ArrayPool<ulong>.Shared.Rent((window + 1) * words);
        Span<ulong> prefix = room.AsSpan(window * words, words);
        for (int first = 0; first < counts.Length; first += window)
        {
            int blockStart = firstDay - window + 1 + first;
            FillSuffixes(blockStart, window, from, words, room);
            counts[first] += BitKernels.Count(room.AsSpan(0, words));
            prefix.Clear();
            for (int i = 1; i < window && first + i < counts.Length; i++)
            {
                Add(blockStart + window + i - 1, from, words, prefix);
                counts[first + i] += ActivityKernels.CountEither(room.AsSpan(i * words, words), prefix);
            }
        }

        ArrayPool<ulong>.Shared.Return(room);
    }

    // Row i of the room: who was active on day i of the block or on a later one.
    private void FillSuffixes(int blockStart, int window, int from, int words, Span<ulong> room)
    {
        room.Slice((window - 1) * words, words).Clear();
        for (int i = window - 1; i >= 0; i--)
        {
            Span<ulong> suffix = room.Slice(i * words, words);
            if (i < window - 1)
            {
                room.Slice((i + 1) * words, words).CopyTo(suffix);
            }

            Add(blockStart + i, from, words, suffix);
        }
    }

    private void Add(int dayNumber, int from, int words, Span<ulong> sum)
    {
        ReadOnlySpan<ulong> active = days.Day(dayNumber);
        if (!active.IsEmpty)
        {
            BitKernels.Apply<OrOperation>(active.Slice(from, words), sum, sum);
        }
    }
}
