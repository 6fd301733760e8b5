namespace UserOps.Models;

/// <summary>What amounts or quantities come to, exact, in whole units.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Sum">Their sum; 0 for none.</param>
/// <param name="Least">The least; <see cref="long.MaxValue"/> for none.</param>
/// <param name="Greatest">The greatest; <see cref="long.MinValue"/> for none.</param>
internal readonly record struct UnitTotals(int Count, Int128 Sum, long Least, long Greatest);
