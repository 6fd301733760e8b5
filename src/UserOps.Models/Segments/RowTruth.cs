namespace UserOps.Models;

/// <summary>What a rule says of each row: one bit per row, 64 rows a word; bits after the last row are clear.</summary>
/// <param name="True">Set where the rule is true.</param>
/// <param name="Unknown">Set where it is unknown; empty when no row can be, or when nobody asked.</param>
internal readonly record struct RowTruth(ulong[] True, ulong[] Unknown);
