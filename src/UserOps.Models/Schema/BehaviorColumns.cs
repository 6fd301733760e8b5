using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>The columns of a behavior summary; rows of a user stand together.</summary>
internal sealed record BehaviorColumns(
    int[] Offsets, int[] NameCodes, long[] Counts, long[] First, long[] Last, int[] Days, ImmutableArray<BehaviorSums> Sums);
