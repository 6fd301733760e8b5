using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>Asks every segment for every cell: who has it, and who else claims it.</summary>
internal static class RfmSegmentCensus
{
    internal static (short[] SegmentOfCell, RfmSegmentCoverage Coverage) Of(RfmSegmentTable table)
    {
        ImmutableArray<RfmSegment> segments = table.Segments;
        ImmutableArray<RfmCell> cells = CellsOf(table.Bins);
        short rest = table.Else is null ? RfmSegmentModel.NoSegment : (short)segments.Length;
        var segmentOfCell = new short[cells.Length];
        var claimed = new int[segments.Length + 1];
        var won = new int[segments.Length + 1];
        var shared = new Dictionary<(int First, int Second), int>();
        var uncovered = ImmutableArray.CreateBuilder<RfmCell>();
        for (int position = 0; position < cells.Length; position++)
        {
            int[] claims = [.. Enumerable.Range(0, segments.Length).Where(i => segments[i].Claims(cells[position]))];
            segmentOfCell[position] = claims.Length > 0 ? (short)claims[0] : rest;
            if (claims.Length == 0)
            {
                uncovered.Add(cells[position]);
            }

            Count(claims, claimed, won, shared);
        }

        claimed[^1] = won[^1] = uncovered.Count;
        ImmutableArray<RfmSegment> named = table.Else is null ? segments : segments.Add(table.Else);
        return (segmentOfCell, new()
        {
            Cells = cells.Length,
            Segments = [.. named.Select((segment, i) => new RfmSegmentCells(segment.Id, claimed[i], won[i]))],
            Overlaps = [.. shared.OrderBy(pair => pair.Key).Select(pair => new RfmSegmentOverlap(segments[pair.Key.First].Id, segments[pair.Key.Second].Id, pair.Value))],
            NeverReached = [.. named.Where((_, i) => won[i] == 0).Select(segment => segment.Id)],
            Uncovered = uncovered.DrainToImmutable(),
        });
    }

    /// <summary>Gets the place of a cell among all, by R, then F, then M.</summary>
    internal static int PositionOf(int recency, int frequency, int monetary, int bins) => ((recency - 1) * bins + frequency - 1) * bins + monetary - 1;

    private static ImmutableArray<RfmCell> CellsOf(int bins)
    {
        int[] scores = [.. Enumerable.Range(1, bins)];
        return [.. from recency in scores from frequency in scores from monetary in scores select new RfmCell(recency, frequency, monetary)];
    }

    private static void Count(int[] claims, int[] claimed, int[] won, Dictionary<(int First, int Second), int> shared)
    {
        for (int i = 0; i < claims.Length; i++)
        {
            claimed[claims[i]]++;
            won[claims[i]] += i == 0 ? 1 : 0;
            for (int j = i + 1; j < claims.Length; j++)
            {
                (int, int) pair = (claims[i], claims[j]);
                shared[pair] = shared.GetValueOrDefault(pair) + 1;
            }
        }
    }
}
