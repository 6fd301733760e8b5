namespace UserOps.Models.Rfm;

/// <summary>Two segments that claim the same cells.</summary>
/// <param name="Winner">The id of the one that stands first; of the two it is asked first.</param>
/// <param name="Loser">The id of the other.</param>
/// <param name="Cells">The cells both claim, of all cells of R, F and M; a segment before both may have them.</param>
public sealed record RfmSegmentOverlap(string Winner, string Loser, int Cells);
