namespace UserOps.Models.Rfm;

/// <summary>What the users of one of the three labels come to.</summary>
/// <param name="Label">The label.</param>
/// <param name="Totals">Its members; 0 where it has none.</param>
public sealed record RfmLabelTotals(RfmLabel Label, RfmTotals Totals);
