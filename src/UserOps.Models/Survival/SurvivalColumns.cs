using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>Ready columns of survival data, one slot per row; <see cref="SurvivalTable"/> checks them all at once.</summary>
/// <remarks>Plain data. An optional column that was never set is absent. Nothing is copied: the table keeps these very arrays.</remarks>
public sealed class SurvivalColumns
{
    /// <summary>Gets how long each row was seen, in one unit of the caller's choice: shape [rows]; zero or more, finite.</summary>
    public required ImmutableArray<double> Times { get; init; }

    /// <summary>Gets whether the end was seen at that time (true), or the row was still going on when last seen (false, censored): shape [rows].</summary>
    public required ImmutableArray<bool> Events { get; init; }

    /// <summary>
    /// Gets since when each row was watched: it is at risk for times after its entry. Shape [rows]; finite, less than the row's time. Absent:
    /// from the start, an event at time 0 included.
    /// </summary>
    public ImmutableArray<double> Entries { get; init; }

    /// <summary>Gets how many each row stands for: shape [rows]; 1e-100 to 1e100. Absent: 1.</summary>
    public ImmutableArray<double> Weights { get; init; }

    /// <summary>Gets what curves are drawn by and tests compare: shape [rows], none missing; null for one group.</summary>
    public SurvivalLabels? Groups { get; init; }

    /// <summary>Gets within what tests and regressions compare: shape [rows], none missing; null for one stratum.</summary>
    public SurvivalLabels? Strata { get; init; }

    /// <summary>Gets why each row ended: shape [rows], missing exactly where the row is censored; null where all ends are of one kind.</summary>
    public SurvivalLabels? Causes { get; init; }

    /// <summary>Gets the numbers that may explain the times; absent for none.</summary>
    public ImmutableArray<SurvivalCovariate> Covariates { get; init; }
}
