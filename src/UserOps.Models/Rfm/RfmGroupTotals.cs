namespace UserOps.Models.Rfm;

/// <summary>What one of the eight groups comes to.</summary>
/// <param name="Group">The group.</param>
/// <param name="Totals">Its members; 0 where it has none.</param>
public sealed record RfmGroupTotals(RfmGroup Group, RfmTotals Totals);
