using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Rfm;

/// <summary>Named segments over the cells of scores; of those that claim a cell the first has it.</summary>
/// <remarks>
/// Plain data, JSON round-trip. <see cref="RfmSegmentModel"/> checks it when built, and its <see cref="RfmSegmentModel.Coverage"/> shows overlaps, segments nobody
/// can reach, and cells without a segment: these are allowed, and meant to be seen.
/// </remarks>
public sealed record RfmSegmentTable
{
    /// <summary>Initializes a new instance of the <see cref="RfmSegmentTable"/> class for scores of 1 to 5, for an initializer.</summary>
    public RfmSegmentTable()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal RfmSegmentTable(int bins = RfmScoringDefaults.Bins) => Bins = bins;

    /// <summary>Gets the id of the table, such as <c>rfm.recency-frequency</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version, from 1 on.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the number of scores on each axis the ranges are meant for, 1 to 10. Default: 5.</summary>
    public int Bins { get; init; } = RfmScoringDefaults.Bins;

    /// <summary>Gets the segments, in the order they are asked; at least one.</summary>
    public required ImmutableArray<RfmSegment> Segments { get; init; }

    /// <summary>Gets what takes the cells no segment claims, without ranges of its own; null, the default, where they have no segment.</summary>
    public RfmSegment? Else { get; init; }

    /// <inheritdoc/>
    public bool Equals(RfmSegmentTable? other) => other is not null
        && Id == other.Id
        && Version == other.Version
        && Bins == other.Bins
        && ListEquality.Equal(Segments, other.Segments)
        && Else == other.Else;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Version, Bins, ListEquality.Hash(Segments), Else);
}
