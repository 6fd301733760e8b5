using System.Buffers;

namespace UserOps.Models.Retention;

/// <summary>Counts a table of days, weeks or months from day bitmaps: a cell is the users of one bitmap who are in another one, too.</summary>
/// <remarks>
/// Tile by tile, so that the periods of a tile stay in the first cache while every cohort is laid over every period. User by user, the
/// same costs a jump nobody foresees for each user and each cohort.
/// </remarks>
internal sealed class RetentionBitmapPass(RetentionGrid grid, DayBitmaps starts, DayBitmaps returns)
{
    private readonly int[] _startPlaces = PlacesOf(starts, grid.Periods);
    private readonly int[] _returnPlaces = PlacesOf(returns, grid.Periods);

    /// <summary>Gets how many words are looked at for all cells: what the way costs.</summary>
    internal static long WordsRead(RetentionGrid grid, UserOpsDataset data)
    {
        long periods = grid.Definition.Rule == RetentionRule.Bracket ? grid.Definition.Brackets.Sum(bracket => bracket.To - bracket.From + 1L) : grid.Width;
        return periods * grid.Cohorts * BitKernels.WordsFor(data.Directory.Count);
    }

    /// <summary>Counts all users.</summary>
    internal RetentionTally Count(RunOptions? run, CancellationToken cancellationToken)
    {
        int tileWords = Math.Max(RetentionDefaults.TileWords / (grid.Periods.Count + 3) & ~7, 8);
        int tiles = (starts.Words + tileWords - 1) / tileWords;
        RetentionTally all = new Workers((run ?? new RunOptions()).Threads, cancellationToken).Sum(
            tiles,
            () => new RetentionTally(grid.Cohorts, grid.Columns),
            (tile, tally) =>
            {
                int from = tile * tileWords;
                CountTile(from, Math.Min(tileWords, starts.Words - from), tally.All);
            },
            (sum, tally) => sum.Add(tally));
        run?.Progress?.Report(1);
        return all;
    }

    private void CountTile(int from, int words, GridCounts counts)
    {
        int periods = grid.Periods.Count;
        ulong[] room = ArrayPool<ulong>.Shared.Rent((periods + 3) * words);
        Span<ulong> returned = room.AsSpan(0, periods * words);
        Span<ulong> members = room.AsSpan(periods * words, words);
        Span<ulong> seen = room.AsSpan((periods + 1) * words, words);
        Span<ulong> union = room.AsSpan((periods + 2) * words, words);
        returned.Clear();
        seen.Clear();
        for (int day = 0; day < _returnPlaces.Length; day++)
        {
            if ((uint)_returnPlaces[day] < (uint)periods)
            {
                Unite(returns, day, from, returned.Slice(_returnPlaces[day] * words, words));
            }
        }

        int next = 0;
        for (int cohort = 0; cohort < grid.Cohorts; cohort++)
        {
            members.Clear();
            for (; next < _startPlaces.Length && _startPlaces[next] <= cohort; next++)
            {
                Unite(starts, next, from, _startPlaces[next] == cohort ? members : seen);
            }

            if (grid.TakesFirstStart)
            {
                BitKernels.Apply<AndNotOperation>(members, seen, members);
                BitKernels.Apply<OrOperation>(members, seen, seen);
            }

            int listed = Math.Min(grid.Width, periods - cohort);
            CountCohort(cohort, members, returned.Slice(cohort * words, listed * words), union, counts);
        }

        ArrayPool<ulong>.Shared.Return(room);
    }

    // The periods of the row stand end to end; where the calendar ends they are fewer than the row has.
    private void CountCohort(int cohort, ReadOnlySpan<ulong> members, ReadOnlySpan<ulong> returned, Span<ulong> union, GridCounts counts)
    {
        int size = (int)BitKernels.Count(members);
        counts.Sizes[cohort] += size;
        if (size == 0)
        {
            return;
        }

        int words = members.Length;
        Span<int> cells = counts.Cells.AsSpan(cohort * grid.Columns, grid.Columns);
        int unionFrom = -1;
        int unionTo = -1;
        for (int column = grid.Columns - 1; column >= 0; column--)
        {
            RetentionBracket asked = grid.PeriodsOf(column);
            if (asked.From == 0 && grid.CountsCohort)
            {
                cells[column] += size;
            }
            else if (asked.From == asked.To && asked.From * words < returned.Length)
            {
                cells[column] += (int)BitKernels.CountBoth(members, returned.Slice(asked.From * words, words));
            }
            else if (asked.From * words < returned.Length)
            {
                // On or after goes one period further back from column to column; brackets are united anew.
                bool grows = asked.To == unionTo && asked.From <= unionFrom;
                int end = grows ? unionFrom : Math.Min(asked.To + 1, returned.Length / words);
                if (!grows)
                {
                    union.Clear();
                }

                for (int period = asked.From; period < end; period++)
                {
                    BitKernels.Apply<OrOperation>(returned.Slice(period * words, words), union, union);
                }

                (unionFrom, unionTo) = (asked.From, asked.To);
                cells[column] += (int)BitKernels.CountBoth(members, union);
            }
        }
    }

    private static void Unite(DayBitmaps days, int place, int from, Span<ulong> union)
        => BitKernels.Apply<OrOperation>(days.Day(days.Days[place]).Slice(from, union.Length), union, union);

    private static int[] PlacesOf(DayBitmaps days, PeriodTable table)
    {
        var places = new int[days.DayCount];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = table.IndexOfDay(days.Days[i]);
        }

        return places;
    }
}
