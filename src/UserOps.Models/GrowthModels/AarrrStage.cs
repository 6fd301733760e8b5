using System.Text.Json.Serialization;

namespace UserOps.Models.GrowthModels;

/// <summary>How one stage of AARRR went.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Raw">Cohort users who reached it, whatever else they reached.</param>
/// <param name="Entered">Users who reached all stages before it; for acquisition the same as <paramref name="Users"/>.</param>
/// <param name="Users">Users who reached it and all stages before it; never more than <paramref name="Entered"/>.</param>
[method: JsonConstructor] // without it a struct is read with missing members at zero
public readonly record struct AarrrStage(GrowthStage Stage, long Raw, long Entered, long Users)
{
    /// <summary>Gets <c>Users / Entered</c>; null for acquisition, which has no stage before it; without a value over nobody.</summary>
    public Ratio? Conversion => Stage == GrowthStage.Acquisition ? null : new(Users, Entered);
}
