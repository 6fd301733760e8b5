namespace UserOps.Models.Portraits;

/// <summary>How many users have each label, and how many have none.</summary>
/// <param name="Counts">By code of the label.</param>
/// <param name="Missing">Users whose value is missing.</param>
internal sealed record LabelCounts(long[] Counts, long Missing);
