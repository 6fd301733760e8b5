using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>Why a user is where they are. Data, not prose; JSON round-trip.</summary>
public sealed record RfmExplanation
{
    /// <summary>Gets who is asked about.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets what was measured; null for users outside, who have no purchase in the window.</summary>
    public RfmUser? Member { get; init; }

    /// <summary>Gets the purchases, refunds, reversals and counted engagements up to 'as of', earliest first, and what each did.</summary>
    public required ImmutableArray<RfmEvent> Events { get; init; }

    /// <summary>Gets the axes: recency, frequency, the third one, and length where it is asked; empty for users outside.</summary>
    public required ImmutableArray<RfmAxisExplanation> Axes { get; init; }

    /// <summary>Gets the row of the segment table that matched, before which none did; null without a table, and where no row has the cell.</summary>
    public RfmSegment? Segment { get; init; }

    /// <summary>Gets where that row stands in the table, from 0; the row for the rest stands behind the last.</summary>
    public int? SegmentIndex { get; init; }

    /// <inheritdoc/>
    public bool Equals(RfmExplanation? other) => other is not null
        && User == other.User
        && Member == other.Member
        && ListEquality.Equal(Events, other.Events)
        && ListEquality.Equal(Axes, other.Axes)
        && Segment == other.Segment
        && SegmentIndex == other.SegmentIndex;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(User, Member, ListEquality.Hash(Events), ListEquality.Hash(Axes), Segment, SegmentIndex);
}
