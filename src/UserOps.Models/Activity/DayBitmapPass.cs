using System.Buffers;
using System.Numerics.Tensors;

namespace UserOps.Models.Activity;

/// <summary>Counts active users by day, week and month in one pass over day bitmaps, tile by tile, so that what is added up stays in the first cache.</summary>
internal sealed class DayBitmapPass(DayBitmaps days, Workers workers)
{
    /// <summary>Counts the users of all periods.</summary>
    /// <param name="tables">Periods of days, weeks and months; not of hours.</param>
    /// <returns>Shape [tables][periods].</returns>
    internal long[][] Count(PeriodTable[] tables)
    {
        int tiles = (days.Words + ActivityDefaults.TileWords - 1) / ActivityDefaults.TileWords;
        int[][] places = [.. tables.Select(PlacesOf)];
        return workers.Sum(
            tiles, () => Array.ConvertAll(tables, table => new long[table.Count]), (tile, counts) => CountTile(tables, places, tile * ActivityDefaults.TileWords, counts), Add);
    }

    private static void Add(long[][] all, long[][] part)
    {
        for (int i = 0; i < all.Length; i++)
        {
            TensorPrimitives.Add<long>(all[i], part[i], all[i]);
        }
    }

    // The place of each day in a table, looked up once and not once a tile.
    private int[] PlacesOf(PeriodTable table)
    {
        var places = new int[days.DayCount];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = table.IndexOfDay(days.Days[i]);
        }

        return places;
    }

    private void CountTile(PeriodTable[] tables, int[][] places, int from, long[][] counts)
    {
        int words = Math.Min(ActivityDefaults.TileWords, days.Words - from);
        ulong[] room = ArrayPool<ulong>.Shared.Rent(tables.Length * words);
        Span<int> open = stackalloc int[tables.Length];
        open.Fill(-1);
        for (int day = 0; day < days.DayCount; day++)
        {
            ReadOnlySpan<ulong> active = days.Day(days.Days[day]).Slice(from, words);
            for (int i = 0; i < tables.Length; i++)
            {
                int place = places[i][day];
                if ((uint)place >= (uint)counts[i].Length)
                {
                    continue;
                }

                Span<ulong> sum = room.AsSpan(i * words, words);
                if (tables[i].Unit == CalendarUnit.Day)
                {
                    counts[i][place] += BitKernels.Count(active);
                }
                else if (place == open[i])
                {
                    BitKernels.Apply<OrOperation>(active, sum, sum);
                }
                else
                {
                    Close(open[i], sum, counts[i]);
                    active.CopyTo(sum);
                    open[i] = place;
                }
            }
        }

        for (int i = 0; i < tables.Length; i++)
        {
            Close(open[i], room.AsSpan(i * words, words), counts[i]);
        }

        ArrayPool<ulong>.Shared.Return(room);
    }

    private static void Close(int place, ReadOnlySpan<ulong> sum, long[] counts)
    {
        if (place >= 0)
        {
            counts[place] += BitKernels.Count(sum);
        }
    }
}
