using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>Scores to named segments; checked when built, immutable, shared freely between threads.</summary>
public sealed class RfmSegmentModel
{
    /// <summary>The mark of a cell without a segment.</summary>
    internal const short NoSegment = -1;

    private readonly short[] _segmentOfCell;

    /// <summary>Checks a table and looks at every cell once.</summary>
    /// <param name="table">The segments; null for <see cref="RfmSegmentTables.RecencyFrequency"/>.</param>
    /// <exception cref="InvalidDefinitionException">The table cannot be; every fault is in <c>Issues</c>.</exception>
    public RfmSegmentModel(RfmSegmentTable? table = null)
    {
        Table = table ?? RfmSegmentTables.RecencyFrequency;
        InvalidDefinitionException.ThrowIfAny(RfmSegmentRules.Check(Table));
        (_segmentOfCell, Coverage) = RfmSegmentCensus.Of(Table);
        Segments = Table.Else is { } rest ? Table.Segments.Add(rest) : Table.Segments;
    }

    /// <summary>Gets the table.</summary>
    public RfmSegmentTable Table { get; }

    /// <summary>Gets the segments in the order of the table, and last the one that takes the rest, if there is one.</summary>
    public ImmutableArray<RfmSegment> Segments { get; }

    /// <summary>Gets which segments claim and have which cells, where they overlap, and what they leave out.</summary>
    public RfmSegmentCoverage Coverage { get; }

    /// <summary>Gets the segment of a cell.</summary>
    /// <param name="cell">Three scores, none above the bins of the table.</param>
    /// <returns>Null where no segment claims the cell and none takes the rest.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A score is not 1 to the bins of the table.</exception>
    public RfmSegment? SegmentOf(RfmCell cell)
    {
        ThrowIfOutside(cell.Recency, nameof(cell));
        ThrowIfOutside(cell.Frequency, nameof(cell));
        ThrowIfOutside(cell.Monetary, nameof(cell));
        return IndexOf(cell.Recency, cell.Frequency, cell.Monetary) is var index and >= 0 ? Segments[index] : null;
    }

    /// <summary>Gets the position of the segment of three scores within <see cref="Segments"/>; negative where there is none. Trusted.</summary>
    internal int IndexOf(int recency, int frequency, int monetary) => _segmentOfCell[RfmSegmentCensus.PositionOf(recency, frequency, monetary, Table.Bins)];

    private void ThrowIfOutside(int score, string name)
    {
        if (score < 1 || score > Table.Bins)
        {
            throw new ArgumentOutOfRangeException(name, score, $"A score of this table is 1 to {Table.Bins}.");
        }
    }
}
