namespace UserOps.Models.Rfm;

/// <summary>What one named segment comes to.</summary>
public sealed record RfmSegmentTotals
{
    /// <summary>Gets the id of the segment; null for the members in none.</summary>
    public string? Segment { get; init; }

    /// <summary>Gets its members; 0 where it has none.</summary>
    public required RfmTotals Totals { get; init; }
}
