namespace UserOps.Models.Rfm;

/// <summary>How many cells a segment has.</summary>
/// <param name="Id">The id of the segment.</param>
/// <param name="Claimed">The cells its ranges hold, of all cells of R, F and M.</param>
/// <param name="Won">Those of them no segment before it claims; where there are none, nobody is ever in this segment.</param>
public sealed record RfmSegmentCells(string Id, int Claimed, int Won);
