using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>What a segment table does with every cell of scores.</summary>
public sealed record RfmSegmentCoverage
{
    /// <summary>Gets the number of cells: the bins to the third power.</summary>
    public required int Cells { get; init; }

    /// <summary>Gets what each segment claims and has, in the order of the table; what takes the rest, if anything does, last.</summary>
    public required ImmutableArray<RfmSegmentCells> Segments { get; init; }

    /// <summary>Gets the pairs of segments that claim the same cells, in the order of the table.</summary>
    public required ImmutableArray<RfmSegmentOverlap> Overlaps { get; init; }

    /// <summary>Gets the ids of the segments nobody can ever be in, in the order of the table.</summary>
    public required ImmutableArray<string> NeverReached { get; init; }

    /// <summary>Gets the cells no segment claims, by R, then F, then M; users there have no segment, or the one that takes the rest.</summary>
    public required ImmutableArray<RfmCell> Uncovered { get; init; }

    /// <inheritdoc/>
    public bool Equals(RfmSegmentCoverage? other) => other is not null
        && Cells == other.Cells
        && ListEquality.Equal(Segments, other.Segments)
        && ListEquality.Equal(Overlaps, other.Overlaps)
        && ListEquality.Equal(NeverReached, other.NeverReached)
        && ListEquality.Equal(Uncovered, other.Uncovered);

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(Cells, ListEquality.Hash(Segments), ListEquality.Hash(Overlaps), ListEquality.Hash(NeverReached), ListEquality.Hash(Uncovered));
}
