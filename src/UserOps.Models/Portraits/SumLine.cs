using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>Counts that add up to another count of the same table.</summary>
/// <param name="Parts">The places of the parts.</param>
/// <param name="Total">The place of the total.</param>
internal readonly record struct SumLine(ImmutableArray<int> Parts, int Total);
