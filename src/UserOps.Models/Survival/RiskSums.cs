using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>The stored columns of a <see cref="RiskTable"/>, before anything is derived from them.</summary>
internal readonly record struct RiskSums(
    ImmutableArray<double> Times,
    ImmutableArray<double> Events,
    ImmutableArray<double> Censored,
    ImmutableArray<double> Entered,
    ImmutableArray<CauseCounts> Causes,
    RiskTable? Rows);
